"use strict";
// Databases and containers. They and the handlers of their requests are the npm server's; ours are the refusals
// with the real service's bodies, the defaults that it fills in, and the journal.

const { Readable } = require("stream");
const { default: Account } = require("@vercel/cosmosdb-server/lib/account");
const { default: route } = require("@vercel/cosmosdb-server/lib/routes");
const { Container } = require("./container");
const { badRequest, conflict, CosmosError, notFound, ownerNotFound, QueryError } = require("./errors");
const { completePolicy } = require("./indexing");
const { Journal } = require("./journal");

class Catalog {
  /** Restores what the journal in the directory holds. */
  constructor(directory) {
    this.account = new Account("localhost", 0);
    this.containers = new Map();
    this.record = (line) => this.journal.append(line);
    this.journal = new Journal(directory, { replay: (line) => this.replay(line), lines: () => this.lines() });
  }

  /** The account document. Its locations are the address by which the client came, or it would go elsewhere. */
  describeAccount(host) {
    const locations = [{ name: "South Central US", databaseAccountEndpoint: `http://${host}/` }];
    return { ...this.account.read(), writableLocations: locations, readableLocations: locations };
  }

  /** The container of an operation on its documents. */
  container(databaseId, id) {
    const definition = this.account.database(databaseId).collection(id).read();
    if (!definition) throw ownerNotFound();
    return this.containers.get(definition._rid);
  }

  /** Lists or queries databases, or a database's containers. */
  async feed(request, databaseId) {
    if (databaseId !== undefined && !this.account.database(databaseId).read()) throw ownerNotFound();
    return this.delegate(request);
  }

  async readDatabase(request, id) {
    if (!this.account.database(id).read()) throw notFound();
    return this.delegate(request);
  }

  async createDatabase(request) {
    const body = checkedName(request.json());
    if (this.account.database(body.id).read()) throw conflict();
    const result = await this.delegate(request, body);
    this.record(this.databaseLine(result.body));
    return result;
  }

  async deleteDatabase(request, id) {
    const definition = this.account.database(id).read();
    if (!definition) throw notFound();
    const containers = definitionsIn(this.account.database(id).collections);
    const result = await this.delegate(request);
    containers.forEach(({ _rid }) => this.containers.delete(_rid));
    this.record(JSON.stringify({ op: "drop-database", id: definition.id }));
    return result;
  }

  async readContainer(request, databaseId, id) {
    if (!this.account.database(databaseId).read()) throw ownerNotFound();
    if (!this.account.database(databaseId).collection(id).read()) throw notFound();
    return this.delegate(request);
  }

  async createContainer(request, databaseId) {
    const database = this.account.database(databaseId);
    if (!database.read()) throw ownerNotFound();
    const body = checkedName(request.json());
    if (database.collection(body.id).read()) throw conflict();
    const { indexingPolicy, partitionKey } = body;
    const result = await this.delegate(request, {
      ...body,
      indexingPolicy: completePolicy(indexingPolicy),
      partitionKey: completePartitionKey(partitionKey),
    });
    this.keepContainer(database, result.body);
    return result;
  }

  async replaceContainer(request, databaseId, id) {
    const database = this.account.database(databaseId);
    const present = database.read() && database.collection(id).read();
    if (!present) throw database.read() ? notFound() : ownerNotFound();
    const body = request.json();
    const changed = {
      ...present,
      ...body,
      indexingPolicy: completePolicy(body.indexingPolicy),
      partitionKey: completePartitionKey(body.partitionKey),
    };
    const result = await this.delegate(request, changed);
    this.keepContainer(database, result.body);
    return result;
  }

  async deleteContainer(request, databaseId, id) {
    const database = this.account.database(databaseId);
    const present = database.read() && database.collection(id).read();
    if (!present) throw database.read() ? notFound() : ownerNotFound();
    const result = await this.delegate(request);
    this.containers.delete(present._rid);
    this.record(JSON.stringify({ op: "drop-container", database: database.read().id, id: present.id }));
    return result;
  }

  keepContainer(database, body) {
    const definition = database.collection(body.id).read();
    this.adopt(definition, {});
    this.record(this.containerLine(database, definition));
  }

  adopt(definition, counters) {
    const known = this.containers.get(definition._rid);
    if (known) known.definition = definition;
    else this.containers.set(definition._rid, new Container(definition, this.record, counters));
  }

  /** Hands a request to the npm server's handler, with another body if one is given. */
  async delegate(request, body) {
    const bytes = body === undefined ? request.body : Buffer.from(JSON.stringify(body));
    const { method, url, headers } = request;
    const incoming = Object.assign(Readable.from(bytes.length ? [bytes] : []), { method, url, headers });
    const found = route(incoming);
    if (!found) throw badRequest("The request is not supported by the local Cosmos server.");
    const answer = { statusCode: 200, headers: {}, setHeader: (name, value) => (answer.headers[name] = value) };
    const [parameters, handler] = found;
    try {
      answer.body = await handler(this.account, incoming, answer, parameters);
    } catch (error) {
      if (error.badRequest || error.name === "SyntaxError") throw new QueryError(error.message, "SC1001");
      throw error;
    }
    if (answer.statusCode >= 400) throw new CosmosError(answer.statusCode, answer.body?.message || "The request was refused.");
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  databaseLine(definition) {
    return JSON.stringify({ op: "database", definition, count: this.account.databases._ridCount });
  }

  containerLine(database, definition) {
    const { sequence, writes } = this.containers.get(definition._rid);
    const count = database.collections._ridCount;
    return JSON.stringify({ op: "container", database: database.read().id, definition, count, sequence, writes });
  }

  /** The shortest journal of what is there. */
  *lines() {
    for (const definition of definitionsIn(this.account.databases)) {
      yield this.databaseLine(definition);
      const database = this.account.database(definition.id);
      for (const container of definitionsIn(database.collections)) yield this.containerLine(database, container);
    }
    for (const container of this.containers.values()) yield* container.lines();
  }

  replay(line) {
    const database = line.database === undefined ? undefined : this.account.database(line.database);
    switch (line.op) {
      case "database":
        restore(this.account.databases, line);
        return;
      case "container":
        restore(database.collections, line);
        this.adopt(database.collection(line.definition.id).read(), line);
        return;
      case "drop-database":
        definitionsIn(this.account.database(line.id).collections).forEach(({ _rid }) => this.containers.delete(_rid));
        this.account.databases.delete(line.id, line.id);
        return;
      case "drop-container":
        this.containers.delete(database.collection(line.id).read()._rid);
        database.collections.delete(line.id, line.id);
        return;
      default:
        this.containers.get(line.container).replay(line);
    }
  }
}

const definitionsIn = (items) => [...items._data.values()].map((item) => item.read());

/** Puts a definition back under its resource id; later ones continue the count. */
function restore(items, { definition, count }) {
  items._set(definition);
  items._ridCount = Math.max(items._ridCount, count);
}

function checkedName(body) {
  if (typeof body?.id !== "string" || !body.id) {
    throw badRequest("The input content is invalid because the required properties - 'id; ' - are missing");
  }
  if (body.id.length > 255 || /[/\\?#]/.test(body.id) || body.id.endsWith(" ")) {
    throw badRequest(`The input name '${body.id}' is invalid.`);
  }
  return body;
}

function completePartitionKey(key) {
  const paths = key?.paths;
  if (!Array.isArray(paths) || paths.length !== 1 || !/^\/./.test(paths[0]) || (key.kind ?? "Hash") !== "Hash") {
    throw badRequest("The partition key definition needs exactly one path here, of kind Hash (no hierarchical keys).");
  }
  return { kind: "Hash", version: 2, ...key };
}

module.exports = { Catalog };
