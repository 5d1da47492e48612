"use strict";
// The requests on a container's documents: what headers and bodies mean, and what answers look like.

const charges = require("./charges");
const { badRequest, SUBSTATUS } = require("./errors");
const { runQuery } = require("./query");
const { partitionOfHeader } = require("./values");

const RANGE_ID = "0";

/** Answers {status, headers, body or text, charge}. names: ids of database and container. */
function answerDocuments(container, request, names, id) {
  const { headers } = request;
  checkIntended(container, headers);
  const partition = partitionOfHeader(headers["x-ms-documentdb-partitionkey"]);
  const answer = id === undefined ? onFeed(container, request, partition) : onItem(container, request, partition, id);
  return { ...answer, headers: { ...commonHeaders(container, names), ...answer.headers } };
}

function onFeed(container, request, partition) {
  const { headers, method } = request;
  if (headers["a-im"]) throw badRequest("The change feed is not supported by the local Cosmos server.");
  if (isTrue(headers["x-ms-cosmos-is-batch-request"])) {
    throw badRequest("Transactional batch is not supported by the local Cosmos server.");
  }
  if (isTrue(headers["x-ms-cosmos-is-query-plan-request"])) return plan();
  if (method === "GET") return queried(container, headers, partition, { query: "SELECT * FROM c" }, true);
  if (method !== "POST") throw badRequest("The request is not supported by the local Cosmos server.");
  if (isQuery(headers)) {
    // A range id without a partition key: the client has split the query up itself.
    const allowed = isTrue(headers["x-ms-documentdb-query-enablecrosspartition"]) || "x-ms-documentdb-partitionkeyrangeid" in headers;
    return queried(container, headers, partition, request.json(), allowed);
  }
  requirePartition(partition);
  const body = request.json();
  if (!isTrue(headers["x-ms-documentdb-is-upsert"])) return written(container.create(partition, body), headers);
  return written(container.upsert(partition, body, conditions(headers)), headers);
}

function onItem(container, request, partition, id) {
  const { headers, method } = request;
  requirePartition(partition);
  switch (method) {
    case "GET": {
      const { entry, unchanged, charge } = container.read(partition, id, conditions(headers));
      const etag = entry.document._etag;
      return unchanged ? { status: 304, headers: { etag }, charge } : { status: 200, headers: { etag }, text: entry.text, charge };
    }
    case "PUT":
      return written(container.replace(partition, id, request.json(), conditions(headers)), headers);
    case "PATCH":
      return written(container.patch(partition, id, request.json() ?? {}, conditions(headers)), headers);
    case "DELETE":
      return { status: 204, charge: container.remove(partition, id, conditions(headers)).charge };
    default:
      throw badRequest("The request is not supported by the local Cosmos server.");
  }
}

function queried(container, headers, partition, body, crossPartition) {
  const page = runQuery(container, partition, body, {
    maxItems: Number(headers["x-ms-max-item-count"] ?? -1),
    continuation: headers["x-ms-continuation"],
    crossPartition,
  });
  const text = `{"_rid":${JSON.stringify(container.rid)},"Documents":[${page.rows.join(",")}],"_count":${page.rows.length}}`;
  return {
    status: 200,
    headers: {
      "x-ms-item-count": String(page.rows.length),
      ...(page.continuation && { "x-ms-continuation": page.continuation }),
    },
    text,
    charge: charges.query(page.scanned, Buffer.byteLength(text)),
  };
}

function written({ entry, isNew, charge }, headers) {
  const minimal = /return=minimal/i.test(headers.prefer ?? "");
  return {
    status: isNew ? 201 : 200,
    headers: { etag: entry.document._etag },
    text: minimal ? "" : entry.text,
    charge,
  };
}

/** One physical partition: the plan is to send it the query as it is. */
function plan() {
  return {
    status: 200,
    body: {
      partitionedQueryExecutionInfoVersion: 2,
      queryInfo: { distinctType: "None", orderBy: [], aggregates: [], rewrittenQuery: "", hasSelectValue: false },
      queryRanges: [{ min: "", max: "FF", isMinInclusive: true, isMaxInclusive: false }],
    },
  };
}

/** The one physical partition, as a feed that a client reads until nothing has changed (304). */
function answerRanges(container, request, names) {
  const { _etag, _rid, _self, _ts } = container.definition;
  const headers = { ...commonHeaders(container, names), etag: _etag };
  if (request.headers["a-im"] && request.headers["if-none-match"] === _etag) return { status: 304, headers };
  const range = {
    _rid,
    id: RANGE_ID,
    _etag,
    minInclusive: "",
    maxExclusive: "FF",
    ridPrefix: 0,
    _self: `${_self}/pkranges/${RANGE_ID}/`,
    throughputFraction: 1,
    status: "online",
    parents: [],
    _ts,
  };
  return { status: 200, headers, body: { _rid, PartitionKeyRanges: [range], _count: 1 } };
}

function commonHeaders(container, { databaseId, containerId }) {
  return {
    "x-ms-alt-content-path": encodeURI(`dbs/${databaseId}/colls/${containerId}`),
    "x-ms-content-path": container.rid,
    "x-ms-documentdb-partitionkeyrangeid": RANGE_ID,
    "x-ms-session-token": `${RANGE_ID}:-1#${container.writes}`,
    lsn: String(container.writes),
  };
}

/** A client that remembers a container deleted and created again since has to learn the new one first. */
function checkIntended(container, headers) {
  const intended = headers["x-ms-cosmos-intended-collection-rid"];
  if (intended !== undefined && intended !== container.rid) {
    throw badRequest("Collection rid is not matching with the one in the header.", { substatus: SUBSTATUS.containerRecreated });
  }
}

function requirePartition(partition) {
  if (partition === undefined) {
    throw badRequest(
      "The partition key supplied in x-ms-partitionkey header has fewer components than defined in the the collection.",
      { substatus: SUBSTATUS.partitionKeyMismatch },
    );
  }
}

const conditions = (headers) => ({ ifMatch: headers["if-match"], ifNoneMatch: headers["if-none-match"] });
const isTrue = (value) => /^true$/i.test(value ?? "");
const isQuery = (headers) =>
  isTrue(headers["x-ms-documentdb-isquery"]) || /^application\/query\+json/.test(headers["content-type"] ?? "");

module.exports = { answerDocuments, answerRanges, isQuery };
