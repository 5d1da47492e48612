"use strict";
// A query over one partition, or all: what the gateway refuses, the page that is asked for, its continuation.

const { createHash } = require("crypto");
const { badRequest, QueryError } = require("./errors");
const { compareOrders, compile } = require("./engine");
const { checkOrderBy, holdsUndefined } = require("./indexing");
const { sequenceOf } = require("./resource-ids");
const { pathNames } = require("./values");

const DEFAULT_ROWS = 1000;
const MOST_PAGE_BYTES = 4 * 1024 * 1024;
const STRETCH = 1000;

/**
 * One page of a query.
 *
 * @param container whose documents are queried
 * @param partition name of the partition, or undefined for all
 * @param body {query, parameters}
 * @param options {maxItems, continuation, crossPartition: whether the client allows a query of all partitions}
 * @returns {rows: JSON texts, continuation, scanned: number of documents looked at}
 */
function runQuery(container, partition, body, { maxItems = -1, continuation, crossPartition = false }) {
  const { text, parameters } = checkedBody(body);
  const query = compile(text);
  const orders = orderBy(query.body);
  const policy = container.definition.indexingPolicy;
  checkOrderBy(policy, orders);
  if (partition === undefined) checkCrossPartition(query, container.definition, crossPartition);

  const scope = digest([container.rid, partition, text, parameters]);
  const token = continuation ? decodeToken(continuation, scope) : undefined;
  const limit = maxItems > 0 ? maxItems : DEFAULT_ROWS;
  const dropsUndefined = orders.length === 1 && !holdsUndefined(policy, orders[0].names);

  const page = { rows: [], continuation: undefined, scanned: 0 };
  let bytes = 0;
  let last;
  for (const row of rowsOf(query, container.entries(partition), parameters, { dropsUndefined }, token, page)) {
    if (page.rows.length === limit || (bytes > MOST_PAGE_BYTES && page.rows.length > 0)) {
      page.continuation = encodeToken(last, scope);
      break;
    }
    const json = JSON.stringify(row.value);
    page.rows.push(json);
    bytes += Buffer.byteLength(json);
    last = row;
  }
  return page;
}

/** Whether a patch's condition (FROM c WHERE ...) holds for a document. */
function holds(condition, document) {
  if (typeof condition !== "string" || !/^\s*from\s/i.test(condition)) {
    throw badRequest("The condition of a patch has to be of the form: FROM c WHERE ...");
  }
  return compile(`SELECT VALUE 1 ${condition}`).run([document], [], {}).rows.length > 0;
}

function checkedBody(body) {
  const { query: text, parameters = [] } = body ?? {};
  if (typeof text !== "string" || !text.trim()) throw badRequest("The query of the request is missing.");
  const named = (parameter) => typeof parameter?.name === "string" && /^@\w+$/.test(parameter.name);
  if (!Array.isArray(parameters) || !parameters.every(named)) {
    throw badRequest("The parameters of a query are objects with a name that starts with @ and a value.");
  }
  return { text, parameters };
}

function orderBy(body) {
  return (body.orderBy?.expressions ?? []).map(({ expression, order }) => {
    const names = [];
    let node = expression;
    for (; node.type === "scalar_member_expression"; node = node.object) names.unshift(node.property.name ?? node.property.value);
    if (node.type !== "identifier" || names.length === 0) {
      throw new QueryError(
        "Unsupported ORDER BY clause. ORDER BY item expression could not be mapped to a document path.",
        "SC2206",
      );
    }
    return { names, descending: order === "DESC" };
  });
}

function checkCrossPartition(query, definition, allowed) {
  if (!allowed && !filtersOn(query.body.where?.condition, pathNames(definition.partitionKey.paths[0]))) {
    throw badRequest(
      "Cross partition query is required but disabled. Please set x-ms-documentdb-query-enablecrosspartition to true, " +
        "specify x-ms-documentdb-partitionkey, or revise your query to avoid this exception.",
    );
  }
  if (query.isAggregate && query.body.select.properties) {
    throw badRequest("Cross partition query only supports 'VALUE <AggregateFunc>' for aggregates.");
  }
}

/** Whether a condition fixes the property: an equation with it, alone or joined by AND. */
function filtersOn(node, names) {
  if (node?.type !== "scalar_binary_expression") return false;
  if (node.operator === "AND") return filtersOn(node.left, names) || filtersOn(node.right, names);
  if (node.operator !== "=") return false;
  return [node.left, node.right].some((side) => {
    const path = [];
    let at = side;
    for (; at.type === "scalar_member_expression"; at = at.object) path.unshift(at.property.name ?? at.property.value);
    return path.length > 0 && JSON.stringify(path) === JSON.stringify(names);
  });
}

/** The query's rows after those that the token's pages held, each with what a token needs to name it. */
function* rowsOf(query, entries, parameters, policy, token, page) {
  let previous;
  let nth = 0;
  for (const { rows, orders } of results(query, entries, parameters, policy, token, page)) {
    for (const row of rows) {
      row.sequence = row.rid === undefined ? 0 : sequenceOf(row.rid);
      nth = previous && compareRows(previous, row, orders) === 0 ? nth + 1 : 1;
      row.nth = nth;
      previous = row;
      const order = token ? compareRows(row, token, orders) : 1;
      if (order > 0 || (order === 0 && nth > token.nth)) yield row;
    }
  }
}

/** Rows of one sequence (one document, several by JOIN; or rows of no document) are told apart by their count. */
function compareRows(a, b, orders) {
  return compareOrders(a.values, b.values, orders) || a.sequence - b.sequence;
}

function* results(query, entries, parameters, policy, token, page) {
  if (!query.isStreamable) {
    const documents = Array.from(entries, ({ document }) => document);
    page.scanned = documents.length;
    yield query.run(documents, parameters, policy);
    return;
  }
  let stretch = [];
  for (const entry of entries) {
    if (token && entry.sequence < token.sequence) continue;
    stretch.push(entry.document);
    page.scanned += 1;
    if (stretch.length === STRETCH) {
      yield query.run(stretch, parameters, policy);
      stretch = [];
    }
  }
  yield query.run(stretch, parameters, policy);
}

const digest = (value) => createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);

/** The token names the last row of the page by its sort key, so that writes between pages shift nothing. */
function encodeToken({ values, sequence, nth }, scope) {
  const boxed = values.map((value) => (value === undefined ? [] : [value]));
  return Buffer.from(JSON.stringify({ scope, values: boxed, sequence, nth })).toString("base64");
}

function decodeToken(text, scope) {
  let token;
  try {
    token = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    token = undefined;
  }
  if (token?.scope !== scope) throw badRequest("Invalid Continuation Token");
  return { ...token, values: token.values.map(([value]) => value) };
}

module.exports = { holds, runQuery };
