"use strict";
// A local Cosmos DB for NoSQL on plain HTTP: @vercel/cosmosdb-server, mended and durable. See README.md.

const { randomUUID } = require("crypto");
const http = require("http");
const { parseArgs } = require("util");
const { Catalog } = require("./catalog");
const { answerDocuments, answerRanges, isQuery } = require("./documents");
const { badRequest, CosmosError, tooLarge } = require("./errors");
const { lockDirectory } = require("./lock");
const { logRequest } = require("./request-log");

// The largest item, 2 MiB of UTF-8, with every character escaped as \uXXXX.
const MOST_REQUEST_BYTES = 16 * 1024 * 1024;
const MOST_HEADER_BYTES = 64 * 1024;
const IDLE_MILLISECONDS = 600_000;
const DRAIN_MILLISECONDS = 500;

async function answer(catalog, request) {
  const [dbs, databaseId, colls, containerId, kind, id, ...rest] = request.names;
  const { method } = request;
  const isCreation = method === "POST" && !isQuery(request.headers);
  if (dbs === undefined && method === "GET") return { status: 200, body: catalog.describeAccount(request.host) };
  if (dbs !== "dbs" || (colls !== undefined && colls !== "colls") || rest.length > 0) throw unsupported();

  if (databaseId === undefined) return isCreation ? catalog.createDatabase(request) : catalog.feed(request);
  if (colls === undefined) {
    if (method === "GET") return catalog.readDatabase(request, databaseId);
    if (method === "DELETE") return catalog.deleteDatabase(request, databaseId);
    throw unsupported();
  }
  if (containerId === undefined) {
    return isCreation ? catalog.createContainer(request, databaseId) : catalog.feed(request, databaseId);
  }
  if (kind === undefined) {
    if (method === "GET") return catalog.readContainer(request, databaseId, containerId);
    if (method === "PUT") return catalog.replaceContainer(request, databaseId, containerId);
    if (method === "DELETE") return catalog.deleteContainer(request, databaseId, containerId);
    throw unsupported();
  }
  const container = catalog.container(databaseId, containerId);
  const owner = { databaseId, containerId };
  if (kind === "docs") return answerDocuments(container, request, owner, id);
  if (kind === "pkranges" && method === "GET" && id === undefined) return answerRanges(container, request, owner);
  throw unsupported();
}

const unsupported = () => badRequest("The request is not supported by the local Cosmos server.");

async function serve(catalog, incoming, outgoing) {
  const activityId = randomUUID();
  let request;
  let result;
  try {
    request = await parsedRequest(incoming);
    result = await answer(catalog, request);
  } catch (error) {
    if (incoming.destroyed && !incoming.complete) return; // the client went away while it was sending
    if (!(error instanceof CosmosError)) process.stderr.write(`cosmos: ${error.stack}\n`);
    const known = error instanceof CosmosError ? error : new CosmosError(500, "An internal error of the local server");
    const headers = { "x-ms-substatus": String(known.substatus) };
    result = { status: known.status, headers, body: known.body(activityId), charge: known.charge };
  }
  if (request) logRequest(request, result.status);
  const empty = result.status === 204 || result.status === 304;
  const text = empty ? "" : (result.text ?? JSON.stringify(result.body));
  outgoing.writeHead(result.status, {
    "content-type": "application/json",
    ...(!empty && { "content-length": Buffer.byteLength(text) }),
    "x-ms-activity-id": activityId,
    "x-ms-request-charge": String(Math.round((result.charge ?? 1) * 100) / 100),
    "x-ms-serviceversion": "version=local",
    "x-ms-gatewayversion": "version=local",
    ...(result.body?._etag && { etag: result.body._etag }),
    ...result.headers,
  });
  outgoing.end(text);
}

async function parsedRequest(incoming) {
  const body = await readBody(incoming);
  const { method, url, headers } = incoming;
  return { method, url, headers, body, host: headers.host, names: namesOf(url), json: () => parsedJson(body) };
}

function namesOf(url) {
  try {
    return url.split("?")[0].split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    throw badRequest("The request URI is invalid.");
  }
}

function parsedJson(body) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw badRequest("The input content is invalid: it is not JSON in UTF-8.");
  }
}

/** Reads to the end even what is too large: a client that is still sending would not see the refusal. */
async function readBody(incoming) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += chunk.length;
    if (bytes <= MOST_REQUEST_BYTES) chunks.push(chunk);
  }
  if (bytes > MOST_REQUEST_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

async function main() {
  const { port, host, data } = parsedArguments();
  await lockDirectory(data);
  let catalog;
  const server = http.createServer(
    { keepAliveTimeout: IDLE_MILLISECONDS, maxHeaderSize: MOST_HEADER_BYTES, noDelay: true },
    (incoming, outgoing) => {
      incoming.on("error", () => outgoing.destroy());
      serve(catalog, incoming, outgoing);
    },
  );
  // The port first: nothing on the disk changes where the server cannot serve.
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  catalog = new Catalog(data);
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS).unref();
    });
  }
  process.stdout.write(`cosmos ready: http://${host}:${server.address().port}\n`);
}

function parsedArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      data: { type: "string" },
      host: { type: "string", default: "127.0.0.1" },
    },
  });
  const port = Number(values.port);
  if (!values.data || !values.port || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error("usage: node devstack/cosmos/server.js --port N --data DIRECTORY [--host 127.0.0.1]");
  }
  return { ...values, port };
}

main().catch((error) => {
  const busy = error.code === "EADDRINUSE";
  const reason = busy ? `port ${error.port} is already in use on ${error.address}; choose another with --port` : error.message;
  process.stderr.write(`cosmos: ${reason}.\n`);
  process.exit(1);
});
