"use strict";
// A local Cosmos DB: databases, containers and the query engine are @vercel/cosmosdb-server's, the document
// operations are mended so that the real SDKs meet what the real service answers. See README.md.

const http = require("http");
const { randomUUID } = require("crypto");
const { Readable } = require("stream");
const { parseArgs } = require("util");
const { default: Account } = require("@vercel/cosmosdb-server/lib/account");
const { default: route } = require("@vercel/cosmosdb-server/lib/routes");
const { Container } = require("./container");
const { CosmosError, ownerNotFound } = require("./errors");
const { Journal } = require("./journal");
const { execute } = require("./query");

const MOST_REQUEST_BYTES = 3 * 1024 * 1024;
const KIB = 1024;

class LocalCosmos {
  constructor(directory, host, port) {
    this.account = new Account(host, port);
    this.endpoint = `http://${host}:${port}/`;
    this.containers = new Map();
    this.definitions = [];
    this.journal = new Journal(directory);
  }

  async restore() {
    const entries = [];
    this.journal.replay((entry) => entries.push(entry));
    for (const entry of entries) await this.replayOne(entry);
    this.journal.compact(this.snapshot());
  }

  *snapshot() {
    yield* this.definitions;
    for (const [name, container] of this.containers) {
      for (const document of container.all()) yield { kind: "document", container: name, document };
    }
  }

  async replayOne(entry) {
    if (entry.kind === "definition") {
      await this.define(entry.url, entry.body);
      return;
    }
    if (entry.kind === "removal") {
      await this.undefine(entry.url);
      return;
    }
    const container = this.containers.get(entry.container);
    if (!container) return;
    if (entry.kind === "document") container.put(entry.document);
    else container.drop(entry.key, entry.id);
  }

  /** Hands a request about databases, containers or the account to the npm server's own handlers. */
  async delegate(method, url, headers, body) {
    const request = Object.assign(Readable.from(body.length ? [body] : []), { method, url, headers });
    const result = { statusCode: 200, headers: {} };
    const response = {
      get statusCode() { return result.statusCode; },
      set statusCode(status) { result.statusCode = status; },
      setHeader: (name, value) => { result.headers[name] = value; },
    };
    const found = route(request);
    if (!found) throw new CosmosError(400, "The request is not supported here.");
    const [parameters, handler] = found;
    result.body = await handler(this.account, request, response, parameters);
    if (result.statusCode >= 400) {
      throw result.statusCode === 404 ? ownerNotFound() : new CosmosError(result.statusCode, "The request was refused.");
    }
    return result;
  }

  /** Creates a database or container. */
  async define(url, body) {
    const result = await this.delegate("POST", url, {}, Buffer.from(JSON.stringify(body)));
    const database = /^\/dbs\/([^/]+)\/colls$/.exec(url);
    if (database) {
      const name = `${decodeURIComponent(database[1])}/${body.id}`;
      const record = (entry) => this.journal.append({ ...entry, container: name });
      this.containers.set(name, new Container(body, record));
    }
    this.definitions.push({ kind: "definition", url, body });
    return result;
  }

  async undefine(url) {
    const result = await this.delegate("DELETE", url, {}, Buffer.alloc(0));
    const [, database, container] = /^\/dbs\/([^/]+)(?:\/colls\/([^/]+))?$/.exec(url).map((one) => one && decodeURIComponent(one));
    const gone = (name) => (container ? name === `${database}/${container}` : name.startsWith(`${database}/`));
    for (const name of [...this.containers.keys()].filter(gone)) this.containers.delete(name);
    this.definitions = this.definitions.filter(({ url: at, body }) => {
      const own = `${at}/${encodeURIComponent(body.id)}`;
      return own !== url && !own.startsWith(`${url}/`);
    });
    return result;
  }

  container(database, id) {
    const found = this.containers.get(`${decodeURIComponent(database)}/${decodeURIComponent(id)}`);
    if (!found) throw ownerNotFound();
    return found;
  }

  async handle(method, url, headers, body) {
    const path = url.split("?")[0].replace(/\/+$/, "") || "/";
    const documents = /^\/dbs\/([^/]+)\/colls\/([^/]+)\/docs(?:\/([^/]+))?$/.exec(path);
    if (documents) {
      const container = this.container(documents[1], documents[2]);
      const id = documents[3] === undefined ? undefined : decodeURIComponent(documents[3]);
      return this.handleDocuments(container, method, id, headers, body);
    }
    if (path === "/" && method === "GET") return { statusCode: 200, headers: {}, body: this.describe() };
    const query = isQuery(headers);
    if (method === "POST" && !query && /^\/dbs(\/[^/]+\/colls)?$/.test(path)) {
      const definition = parse(body);
      const result = await this.define(path, definition);
      this.journal.append({ kind: "definition", url: path, body: definition });
      return result;
    }
    if (method === "DELETE") {
      const result = await this.undefine(path);
      this.journal.append({ kind: "removal", url: path });
      return result;
    }
    return this.delegate(method, path, headers, body);
  }

  describe() {
    const location = [{ name: "Local", databaseAccountEndpoint: this.endpoint }];
    return { ...this.account.read(), writableLocations: location, readableLocations: location };
  }

  handleDocuments(container, method, id, headers, body) {
    const key = partitionKey(headers);
    const ifMatch = headers["if-match"];
    if (id === undefined) {
      if (method !== "POST") throw new CosmosError(405, "The method is not supported here.");
      if (truthy(headers["x-ms-cosmos-is-batch-request"])) throw new CosmosError(501, "Transactional batch is not supported here.");
      if (isQuery(headers)) return runQuery(container, key, headers, parse(body));
      const mode = truthy(headers["x-ms-documentdb-is-upsert"]) ? "upsert" : "create";
      const [document, replaced] = container.write(parse(body), key, { mode, ifMatch });
      return written(document, replaced ? 200 : 201);
    }
    if (method === "GET") {
      const document = container.read(key, id);
      const charge = Math.max(1, sizeOf(document) / KIB);
      if (headers["if-none-match"] === document._etag) return { statusCode: 304, headers: { etag: document._etag }, charge: 1 };
      return { statusCode: 200, headers: { etag: document._etag }, body: document, charge };
    }
    if (method === "PUT") {
      const [document] = container.write(parse(body), key, { mode: "replace", id, ifMatch });
      return written(document, 200);
    }
    if (method === "PATCH") return written(container.patch(key, id, parse(body), ifMatch), 200);
    if (method === "DELETE") {
      container.remove(key, id, ifMatch);
      return { statusCode: 204, headers: {}, charge: 6 };
    }
    throw new CosmosError(405, "The method is not supported here.");
  }
}

const truthy = (value) => /^true$/i.test(String(value || ""));
const isQuery = (headers) => truthy(headers["x-ms-documentdb-isquery"]) || /query\+json/.test(headers["content-type"] || "");
const sizeOf = (document) => Buffer.byteLength(JSON.stringify(document));

function written(document, statusCode) {
  return { statusCode, headers: { etag: document._etag }, body: document, charge: 5 + sizeOf(document) / KIB };
}

function parse(body) {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new CosmosError(400, "The request body is not valid JSON.");
  }
}

/** undefined: no header, all partitions. */
function partitionKey(headers) {
  const text = headers["x-ms-documentdb-partitionkey"];
  if (text === undefined) return undefined;
  const values = parse(Buffer.from(text));
  if (!Array.isArray(values)) throw new CosmosError(400, "Partition key is invalid.");
  return values[0];
}

function runQuery(container, key, headers, body) {
  const documents = key === undefined ? [...container.all()] : [...container.partition(key).values()];
  const rows = execute(body, documents, container.policy);
  const size = Number(headers["x-ms-max-item-count"]) > 0 ? Number(headers["x-ms-max-item-count"]) : 100;
  let start = 0;
  if (headers["x-ms-continuation"]) {
    const token = /^\+LOCAL:(\d+)$/.exec(headers["x-ms-continuation"]);
    if (!token) throw new CosmosError(400, "The continuation token is not valid.");
    start = Number(token[1]);
  }
  const page = rows.slice(start, start + size);
  const more = start + size < rows.length;
  return {
    statusCode: 200,
    headers: { "x-ms-item-count": String(page.length), ...(more ? { "x-ms-continuation": `+LOCAL:${start + size}` } : {}) },
    body: { _rid: "", Documents: page, _count: page.length },
    charge: 2.3 + 0.05 * documents.length + 0.1 * page.length,
  };
}

function readBody(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    request.on("data", (chunk) => {
      size += chunk.length;
      if (size <= MOST_REQUEST_BYTES) chunks.push(chunk);
    });
    request.on("end", () => {
      if (size > MOST_REQUEST_BYTES) reject(new CosmosError(413, "Request size is too large."));
      else resolve(Buffer.concat(chunks));
    });
    request.on("error", reject);
  });
}

async function serve(cosmos, request, response) {
  const activityId = randomUUID();
  let result;
  try {
    const body = await readBody(request);
    result = await cosmos.handle(request.method, request.url, request.headers, body);
  } catch (error) {
    if (!(error instanceof CosmosError)) process.stderr.write(`cosmos: ${error.stack}\n`);
    const known = error instanceof CosmosError ? error : new CosmosError(500, "Internal error");
    result = { statusCode: known.status, headers: { "x-ms-substatus": String(known.substatus) }, body: known.body(activityId), charge: 1 };
  }
  const text = result.body === undefined || result.statusCode === 304 ? "" : JSON.stringify(result.body);
  response.writeHead(result.statusCode, {
    "content-type": "application/json",
    "x-ms-activity-id": activityId,
    "x-ms-request-charge": (result.charge ?? 1).toFixed(2),
    "x-ms-session-token": "0:-1#1",
    "x-ms-version": "2020-07-15",
    ...result.headers,
    ...(result.statusCode === 204 || result.statusCode === 304 ? {} : { "content-length": Buffer.byteLength(text) }),
  });
  response.end(request.method === "HEAD" ? "" : text);
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      host: { type: "string", default: "127.0.0.1" },
      data: { type: "string" },
    },
  });
  if (!values.port || !values.data) throw new Error("usage: node devstack/cosmos/server.js --port N --data DIRECTORY");
  const cosmos = new LocalCosmos(values.data, values.host, Number(values.port));
  await cosmos.restore();
  const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => serve(cosmos, request, response));
  server.on("error", (error) => {
    const reason = error.code === "EADDRINUSE" ? `port ${values.port} is in use` : error.message;
    process.stderr.write(`cosmos: cannot start: ${reason}\n`);
    process.exit(1);
  });
  server.listen(Number(values.port), values.host, () => {
    process.stdout.write(`cosmos ready: http://${values.host}:${values.port}\n`);
  });
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));
}

main().catch((error) => {
  process.stderr.write(`cosmos: ${error.message}\n`);
  process.exit(1);
});
