"use strict";
// Resource ids of documents: the container's, then the sequence number of the document's creation in it.

const DOCUMENT_OFFSET = 8;

function documentRid(containerRid, sequence) {
  const bytes = Buffer.alloc(DOCUMENT_OFFSET + 8);
  Buffer.from(containerRid, "base64").copy(bytes);
  bytes.writeBigUInt64LE(BigInt(sequence), DOCUMENT_OFFSET);
  return bytes.toString("base64").replace(/\//g, "-");
}

function sequenceOf(rid) {
  return Number(Buffer.from(rid.replace(/-/g, "/"), "base64").readBigUInt64LE(DOCUMENT_OFFSET));
}

module.exports = { documentRid, sequenceOf };
