"use strict";
// Queries over the documents of one partition, or of all: the engine is @zeit/cosmosdb-query; what the real
// service refuses for want of an index is refused here too, so that a missing index shows before Azure.

const { default: compile } = require("@zeit/cosmosdb-query");
const { CosmosError } = require("./errors");

function orderBy(text) {
  const match = /\border\s+by\s+([\s\S]+?)(?:\boffset\b|$)/i.exec(text.replace(/'(?:[^'\\]|\\.)*'/g, "''"));
  if (!match) return [];
  return match[1].split(",").map((part) => {
    const [expression, direction] = part.trim().split(/\s+/);
    const path = `/${expression.split(".").slice(1).join("/")}`;
    return { path, order: /^desc/i.test(direction || "") ? "descending" : "ascending" };
  });
}

function isIncluded(path, policy) {
  if (path === "/_ts") return true;
  const fits = (pattern) =>
    pattern === "/*" || pattern === `${path}/?` || (pattern.endsWith("/*") && path.startsWith(pattern.slice(0, -1)));
  const longest = (paths) =>
    Math.max(-1, ...(paths || []).filter((one) => fits(one.path)).map((one) => one.path.length));
  return longest(policy.includedPaths) >= longest(policy.excludedPaths) && longest(policy.includedPaths) >= 0;
}

function checkIndexes(text, policy) {
  const order = orderBy(text);
  if (!policy || order.length === 0) return;
  if (order.length === 1) {
    if (!isIncluded(order[0].path, policy)) {
      throw new CosmosError(400, "The index path corresponding to the specified order-by item is excluded.");
    }
    return;
  }
  const flip = { ascending: "descending", descending: "ascending" };
  const fits = (index, turn) =>
    index.length === order.length &&
    index.every((one, at) => {
      const wanted = turn ? flip[order[at].order] : order[at].order;
      return one.path === order[at].path && (one.order || "ascending") === wanted;
    });
  if (!(policy.compositeIndexes || []).some((index) => fits(index, false) || fits(index, true))) {
    throw new CosmosError(
      400,
      "The order by query does not have a corresponding composite index that it can be served from.",
    );
  }
}

/** All rows of the query over the documents. */
function execute({ query, parameters = [] }, documents, policy) {
  if (typeof query !== "string" || !query.trim()) throw new CosmosError(400, "The query is missing.");
  if (/\boffset\s+\d|\bgroup\s+by\b/i.test(query)) throw new CosmosError(501, "OFFSET and GROUP BY are not supported here.");
  checkIndexes(query, policy);
  try {
    return compile(query).exec(documents, { parameters }).result;
  } catch (error) {
    if (error instanceof CosmosError) throw error;
    throw new CosmosError(400, `Syntax error or unsupported query: ${error.name}`);
  }
}

/** Whether a patch's filter predicate (FROM c WHERE …) holds for a document. */
function holds(predicate, document) {
  return execute({ query: `SELECT VALUE 1 ${predicate}` }, [document], null).length > 0;
}

module.exports = { execute, holds };
