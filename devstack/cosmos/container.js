"use strict";
// The documents of a container. Ids are unique within a partition. Every operation reads, checks and writes
// without a break, so conditional ones are atomic: there is one thread.

const { randomUUID } = require("crypto");
const charges = require("./charges");
const { badRequest, conflict, notFound, preconditionFailed, SUBSTATUS, tooLarge } = require("./errors");
const { patched } = require("./patch");
const { holds } = require("./query");
const { documentRid } = require("./resource-ids");
const { checkNesting, partitionName, pathNames, valueAt } = require("./values");

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_ID_BYTES = 1023;
const SYSTEM = ["_rid", "_self", "_etag", "_attachments", "_ts"];

class Container {
  /** definition: the resource as the REST API shows it; record: takes the journal line of a write. */
  constructor(definition, record, { sequence = 0, writes = 0 } = {}) {
    this.definition = definition;
    this.record = record;
    this.partitions = new Map();
    this.bySequence = new Map();
    this.sequence = sequence;
    /** Number of writes: the logical sequence number of session tokens. */
    this.writes = writes;
  }

  get rid() {
    return this.definition._rid;
  }

  get partitionKeyNames() {
    return pathNames(this.definition.partitionKey.paths[0]);
  }

  partitionOf(document) {
    return partitionName(valueAt(document, this.partitionKeyNames));
  }

  /** Entries of a partition, or of all, in the order in which the documents were created. */
  entries(partition) {
    return (partition === undefined ? this.bySequence : this.partitions.get(partition) ?? new Map()).values();
  }

  read(partition, id, { ifNoneMatch } = {}) {
    const entry = this.find(partition, id);
    const unchanged = ifNoneMatch === "*" || ifNoneMatch === entry.document._etag;
    return { entry, unchanged, charge: unchanged ? 1 : charges.read(entry.bytes) };
  }

  /** Raises 409 where the id exists. */
  create(partition, body) {
    this.check(body, partition);
    if (this.partitions.get(partition)?.has(body.id)) throw conflict();
    return this.write(partition, body);
  }

  upsert(partition, body, { ifMatch, ifNoneMatch }) {
    this.check(body, partition);
    const present = this.partitions.get(partition)?.get(body.id);
    if (present && ifNoneMatch === "*") throw preconditionFailed();
    if (present) requireMatch(present, ifMatch);
    return this.write(partition, body, present);
  }

  replace(partition, id, body, { ifMatch }) {
    this.check(body, partition);
    if (body.id !== id) throw badRequest("The id of an item cannot be changed.");
    const present = this.find(partition, id);
    requireMatch(present, ifMatch);
    return this.write(partition, body, present);
  }

  patch(partition, id, { operations, condition }, { ifMatch }) {
    const present = this.find(partition, id);
    requireMatch(present, ifMatch);
    if (condition !== undefined && !holds(condition, present.document)) {
      throw preconditionFailed(SUBSTATUS.patchConditionNotMet);
    }
    const body = patched(present.document, operations, this.partitionKeyNames);
    checkNesting(body);
    return this.write(partition, body, present);
  }

  remove(partition, id, { ifMatch }) {
    const present = this.find(partition, id);
    requireMatch(present, ifMatch);
    this.record(JSON.stringify({ op: "remove", container: this.rid, partition, id }));
    this.forget(partition, id);
    return { charge: charges.remove(present.bytes) };
  }

  find(partition, id) {
    const entry = this.partitions.get(partition)?.get(id);
    if (!entry) throw notFound();
    return entry;
  }

  check(body, partition) {
    if (body === null || typeof body !== "object" || Array.isArray(body)) {
      throw badRequest("The input content is invalid: it is not a JSON object.");
    }
    if (typeof body.id !== "string" || body.id === "") {
      throw badRequest("The input content is invalid because the required properties - 'id; ' - are missing");
    }
    if (Buffer.byteLength(body.id) > MOST_ID_BYTES || /[/\\?#]/.test(body.id)) {
      throw badRequest("The id of an item has at most 1023 bytes and none of the characters / \\ ? #");
    }
    checkNesting(body);
    if (this.partitionOf(body) !== partition) {
      throw badRequest("PartitionKey extracted from document doesn't match the one specified in the header", {
        substatus: SUBSTATUS.partitionKeyMismatch,
      });
    }
  }

  write(partition, body, present) {
    const sequence = present?.sequence ?? this.sequence + 1;
    const document = { ...body };
    for (const name of SYSTEM) delete document[name];
    document._rid = present?.document._rid ?? documentRid(this.rid, sequence);
    document._self = `${this.definition._self.replace(/^\/|\/$/g, "")}/docs/${document._rid}/`;
    document._etag = `"${randomUUID()}"`;
    document._attachments = "attachments/";
    document._ts = Math.floor(Date.now() / 1000);
    const entry = newEntry(sequence, document);
    if (entry.bytes > MOST_BYTES) throw tooLarge();
    this.record(putLine(this.rid, partition, entry));
    this.keep(partition, entry);
    const charge = present ? charges.replace(present.bytes, entry.bytes) : charges.insert(entry.bytes);
    return { entry, isNew: !present, charge };
  }

  keep(partition, entry) {
    if (!this.partitions.has(partition)) this.partitions.set(partition, new Map());
    this.partitions.get(partition).set(entry.document.id, entry);
    this.bySequence.set(entry.sequence, entry);
    this.sequence = Math.max(this.sequence, entry.sequence);
    this.writes += 1;
  }

  forget(partition, id) {
    const documents = this.partitions.get(partition);
    this.bySequence.delete(documents.get(id).sequence);
    documents.delete(id);
    if (documents.size === 0) this.partitions.delete(partition);
    this.writes += 1;
  }

  /** Applies a journal line. */
  replay(line) {
    if (line.op === "remove") this.forget(line.partition, line.id);
    else this.keep(line.partition, newEntry(line.sequence, line.document));
  }

  *lines() {
    for (const [partition, documents] of this.partitions) {
      for (const entry of documents.values()) yield putLine(this.rid, partition, entry);
    }
  }
}

function requireMatch(present, ifMatch) {
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== present.document._etag) throw preconditionFailed();
}

function newEntry(sequence, document) {
  const text = JSON.stringify(document);
  return { sequence, document, text, bytes: Buffer.byteLength(text) };
}

function putLine(container, partition, { sequence, text }) {
  return `{"op":"put","container":${JSON.stringify(container)},"partition":${JSON.stringify(partition)},"sequence":${sequence},"document":${text}}`;
}

module.exports = { Container };
