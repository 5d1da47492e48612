"use strict";
// Request charges in RU. Not measured: simple functions of size that meet the documented figures (a point read
// of 1 KiB costs 1 RU and of 100 KiB about 10; a write of 1 KiB a little over 5, of 100 KiB about 50; queries start
// at 2.3) and are the same for the same request, so that a chart of the local stack shows what is dear.

const kib = (bytes) => Math.max(1, bytes / 1024);

const read = (bytes) => 1 + 0.09 * (kib(bytes) - 1);
const insert = (bytes) => 5.3 + 0.45 * (kib(bytes) - 1);
/** A replacement removes the index terms of the old item and adds those of the new one. */
const replace = (oldBytes, newBytes) => insert(oldBytes) + insert(newBytes);
const remove = insert;
const query = (scanned, bytes) => 2.3 + 0.02 * scanned + 0.3 * (bytes / 1024);

module.exports = { insert, query, read, remove, replace };
