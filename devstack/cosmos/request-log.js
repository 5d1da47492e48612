"use strict";
// With DEVSTACK_COSMOS_LOG set: one line per request on documents, to be counted. No text of any document.

const { isQuery } = require("./documents");

const isWanted = Boolean(process.env.DEVSTACK_COSMOS_LOG);

function logRequest({ names, method, headers }, status) {
  if (!isWanted || names[4] !== "docs") return;
  process.stderr.write(`cosmos request ${JSON.stringify({ operation: operationOf(method, headers), partition: partitionOf(headers), status })}\n`);
}

function operationOf(method, headers) {
  if (method !== "POST") return { GET: "read", PUT: "replace", PATCH: "patch", DELETE: "delete" }[method] ?? method;
  if (/^true$/i.test(headers["x-ms-cosmos-is-query-plan-request"] ?? "")) return "plan";
  if (isQuery(headers)) return "query";
  return /^true$/i.test(headers["x-ms-documentdb-is-upsert"] ?? "") ? "upsert" : "create";
}

function partitionOf(headers) {
  try {
    return JSON.parse(headers["x-ms-documentdb-partitionkey"])[0];
  } catch {
    return null;
  }
}

module.exports = { logRequest };
