"use strict";
// A container's documents, by partition and id: ids are unique within a partition only.

const { randomUUID } = require("crypto");
const { CosmosError, itemNotFound } = require("./errors");
const { patched } = require("./patch");
const { holds } = require("./query");

const MOST_BYTES = 2 * 1024 * 1024;

class Container {
  constructor(definition, record) {
    this.definition = definition;
    this.record = record;
    this.partitions = new Map();
    this.writes = 0;
  }

  get policy() {
    return this.definition.indexingPolicy;
  }

  partitionKeyOf(document) {
    const path = ((this.definition.partitionKey || {}).paths || ["/id"])[0];
    let value = document;
    for (const part of path.slice(1).split("/")) value = value == null ? undefined : value[part];
    return value;
  }

  partition(key) {
    return this.partitions.get(JSON.stringify(key ?? null)) || new Map();
  }

  *all() {
    for (const partition of this.partitions.values()) yield* partition.values();
  }

  put(document) {
    const key = JSON.stringify(this.partitionKeyOf(document) ?? null);
    if (!this.partitions.has(key)) this.partitions.set(key, new Map());
    this.partitions.get(key).set(document.id, document);
  }

  drop(key, id) {
    const name = JSON.stringify(key ?? null);
    const partition = this.partitions.get(name);
    if (!partition) return;
    partition.delete(id);
    if (partition.size === 0) this.partitions.delete(name);
  }

  read(key, id) {
    const document = this.partition(key).get(id);
    if (!document) throw itemNotFound();
    return document;
  }

  /** mode: create (409 if there), upsert, replace (404 if not there). */
  write(body, key, { mode, id, ifMatch }) {
    if (body === null || typeof body !== "object" || Array.isArray(body)) {
      throw new CosmosError(400, "The document is no JSON object.");
    }
    if (typeof body.id !== "string" || !body.id || /[/\\?#]/.test(body.id) || body.id.length > 1023) {
      throw new CosmosError(400, "The input content is invalid because the required properties - 'id; ' - are missing.");
    }
    if (id !== undefined && body.id !== id) throw new CosmosError(400, "The id of a document cannot be changed.");
    if (key !== undefined && JSON.stringify(this.partitionKeyOf(body) ?? null) !== JSON.stringify(key ?? null)) {
      throw new CosmosError(
        400,
        "PartitionKey extracted from document doesn't match the one specified in the header.",
        1001,
      );
    }
    const standing = this.partition(this.partitionKeyOf(body)).get(body.id);
    if (mode === "create" && standing) {
      throw new CosmosError(409, "Resource with specified id or name already exists.");
    }
    if (mode === "replace" && !standing) throw itemNotFound();
    this.checkMatch(standing, ifMatch);
    return [this.store(body, standing), Boolean(standing)];
  }

  patch(key, id, { operations, condition }, ifMatch) {
    const standing = this.read(key, id);
    this.checkMatch(standing, ifMatch);
    if (condition && !holds(condition, standing)) {
      throw new CosmosError(412, "One of the specified pre-condition is not met.", 1110);
    }
    const result = patched(standing, operations);
    if (result.id !== id || JSON.stringify(this.partitionKeyOf(result)) !== JSON.stringify(this.partitionKeyOf(standing))) {
      throw new CosmosError(400, "Id and partition key cannot be patched.");
    }
    return this.store(result, standing);
  }

  remove(key, id, ifMatch) {
    this.checkMatch(this.read(key, id), ifMatch);
    this.drop(key, id);
    this.record({ kind: "delete", key: key ?? null, id });
  }

  checkMatch(standing, ifMatch) {
    if (ifMatch && ifMatch !== "*" && (!standing || standing._etag !== ifMatch)) {
      throw new CosmosError(412, "One of the specified pre-condition is not met.");
    }
  }

  store(body, standing) {
    this.writes += 1;
    const document = {
      ...body,
      _rid: standing ? standing._rid : Buffer.from(randomUUID().replace(/-/g, ""), "hex").toString("base64url"),
      _self: standing ? standing._self : `dbs/local/colls/local/docs/${randomUUID()}/`,
      _etag: `"${randomUUID()}"`,
      _attachments: "attachments/",
      _ts: Math.floor(Date.now() / 1000),
    };
    const text = JSON.stringify(document);
    if (Buffer.byteLength(text) > MOST_BYTES) throw new CosmosError(413, "Request size is too large.");
    this.put(document);
    this.record({ kind: "document", document });
    return document;
  }
}

module.exports = { Container };
