"use strict";
// What the container's indexing policy allows: ORDER BY has to be served from an index, as in the real service.

const { badRequest } = require("./errors");
const { pathNames } = require("./values");

const ALWAYS_INDEXED = new Set(["id", "_ts"]);

/** The policy that the service fills in where a definition leaves something out. */
function completePolicy(policy = {}) {
  const mode = (policy.indexingMode ?? "consistent").toLowerCase();
  if (!["consistent", "none", "lazy"].includes(mode)) throw badRequest(`The indexing mode '${mode}' is invalid.`);
  const complete = { indexingMode: mode, automatic: mode !== "none", ...policy };
  if (mode === "none") return complete;
  complete.includedPaths ??= [{ path: "/*" }];
  complete.excludedPaths ??= [];
  for (const { path } of [...complete.includedPaths, ...complete.excludedPaths]) {
    if (typeof path !== "string" || !/^\/.*[?*]$/.test(path)) {
      throw badRequest(`The indexing path '${path}' could not be accepted, failed near position '0'.`);
    }
  }
  const paths = [...complete.includedPaths, ...complete.excludedPaths].map(({ path }) => path);
  if (!paths.includes("/*")) {
    throw badRequest("The special mandatory indexing path \"/\" is not provided in any of the path type sets.");
  }
  if (!paths.includes('/"_etag"/?')) complete.excludedPaths = [...complete.excludedPaths, { path: '/"_etag"/?' }];
  return complete;
}

/** How well a policy path fits a property: -1 not at all, else the number of names it fixes (and ? before *). */
function precision(policyPath, names) {
  const pattern = pathNames(policyPath);
  const last = pattern.pop();
  if (!pattern.every((name, at) => name === names[at])) return -1;
  if (last === "?") return pattern.length === names.length ? pattern.length + 0.5 : -1;
  return pattern.length <= names.length ? pattern.length : -1;
}

const best = (paths, names) => Math.max(-1, ...(paths ?? []).map(({ path }) => precision(path, names)));

function isIndexed(policy, names) {
  if (policy.indexingMode === "none") return false;
  if (names.length === 1 && ALWAYS_INDEXED.has(names[0])) return true;
  const included = best(policy.includedPaths, names);
  return included >= 0 && included > best(policy.excludedPaths, names);
}

/** A wildcard's index leaves out documents without the property, a path of its own holds them. */
function holdsUndefined(policy, names) {
  return (policy.includedPaths ?? []).some(({ path }) => {
    const pattern = pathNames(path);
    return pattern.length === names.length + 1 && precision(path, names) >= 0;
  });
}

/** orders: [{names, descending}] of the query. Throws as the service does where no index serves them. */
function checkOrderBy(policy, orders) {
  if (orders.length === 1 && !isIndexed(policy, orders[0].names)) {
    throw badRequest("The index path corresponding to the specified order-by item is excluded.");
  }
  if (orders.length < 2) return;
  const serves = (index, reversed) =>
    index.length === orders.length &&
    index.every(({ path, order = "ascending" }, at) => {
      const sameNames = JSON.stringify(pathNames(path)) === JSON.stringify(orders[at].names);
      return sameNames && (order === "descending") !== reversed === orders[at].descending;
    });
  const indexes = policy.indexingMode === "none" ? [] : policy.compositeIndexes ?? [];
  if (!indexes.some((index) => serves(index, false) || serves(index, true))) {
    throw badRequest("The order by query does not have a corresponding composite index that it can be served from.");
  }
}

module.exports = { checkOrderBy, completePolicy, holdsUndefined };
