"use strict";
// JSON values as Cosmos sees them: paths into documents, partition keys, the order of mixed types.

const { badRequest, SUBSTATUS } = require("./errors");

const MOST_KEY_BYTES = 2048;
const MOST_NESTING = 128;
const TYPES = ["undefined", "null", "boolean", "number", "string", "array", "object"];

function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The order of ORDER BY: undefined < null < boolean < number < string < array < object. */
function compareValues(a, b) {
  const rank = TYPES.indexOf(typeOf(a)) - TYPES.indexOf(typeOf(b));
  if (rank !== 0) return rank;
  if (a === b || (typeof a === "object" && a !== null)) return 0;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value at a list of property names; undefined where there is none. */
function valueAt(document, names) {
  let value = document;
  for (const name of names) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** ["a", "b c"] of the policy path /a/"b c". */
function pathNames(path) {
  return path
    .split("/")
    .slice(1)
    .map((name) => name.replace(/^"(.*)"$/, "$1"));
}

/** A partition key value as the string that names its partition; [{}] is the one without a value. */
function partitionName(value) {
  if (value === undefined) return "[{}]";
  if (value !== null && typeof value === "object") {
    throw badRequest("Partition key is invalid: it has to be a string, a number, a boolean or null.");
  }
  const name = JSON.stringify([value]);
  if (Buffer.byteLength(name) > MOST_KEY_BYTES + 4) {
    throw badRequest(`Partition key exceeds the maximum size of ${MOST_KEY_BYTES} bytes.`);
  }
  return name;
}

/** The partition that the header x-ms-documentdb-partitionkey names; undefined without the header. */
function partitionOfHeader(header) {
  if (header === undefined) return undefined;
  let values;
  try {
    values = JSON.parse(header);
  } catch {
    values = null;
  }
  if (!Array.isArray(values)) throw badRequest("Partition key provided in the header is not a JSON array.");
  if (values.length > 1) {
    throw badRequest("Partition key provided has more components than defined in the collection.", {
      substatus: SUBSTATUS.partitionKeyMismatch,
    });
  }
  const none = values.length === 0 || (typeOf(values[0]) === "object" && Object.keys(values[0]).length === 0);
  return partitionName(none ? undefined : values[0]);
}

/** Throws for what is nested deeper than the service stores. */
function checkNesting(value, level = 1) {
  if (value === null || typeof value !== "object") return;
  if (level > MOST_NESTING) throw badRequest(`The document is nested deeper than ${MOST_NESTING} levels.`);
  for (const name in value) checkNesting(value[name], level + 1);
}

module.exports = { checkNesting, compareValues, partitionName, partitionOfHeader, pathNames, typeOf, valueAt };
