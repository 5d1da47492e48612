"use strict";
// Partial document update as documented: at most ten operations; set and add create the last path segment.

const { CosmosError } = require("./errors");

const MOST_OPERATIONS = 10;

function segments(path) {
  if (typeof path !== "string" || !path.startsWith("/") || path === "/") {
    throw new CosmosError(400, "The patch operation's path is not valid.");
  }
  return path.slice(1).split("/").map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function parentOf(document, path) {
  const parts = segments(path);
  let node = document;
  for (const part of parts.slice(0, -1)) {
    node = node === null || typeof node !== "object" ? undefined : node[part];
    if (node === undefined) {
      throw new CosmosError(400, "The path of the patch operation does not exist; it is not created recursively.");
    }
  }
  if (node === null || typeof node !== "object") throw new CosmosError(400, "The parent of the path is no object.");
  return [node, parts[parts.length - 1]];
}

function applyOne(document, { op, path, value, from }) {
  const [node, key] = parentOf(document, path);
  const there = Object.prototype.hasOwnProperty.call(node, key);
  switch (String(op).toLowerCase()) {
    case "add":
    case "set":
      if (Array.isArray(node) && op === "add") {
        const index = key === "-" ? node.length : Number(key);
        if (!Number.isInteger(index) || index < 0 || index > node.length) {
          throw new CosmosError(400, "The array index of the patch operation is out of bounds.");
        }
        node.splice(index, 0, value);
      } else {
        node[key] = value;
      }
      return;
    case "replace":
      if (!there) throw new CosmosError(400, "The path to be replaced does not exist.");
      node[key] = value;
      return;
    case "remove":
      if (!there) throw new CosmosError(400, "The path to be removed does not exist.");
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else delete node[key];
      return;
    case "incr":
    case "increment":
      if (there && typeof node[key] !== "number") throw new CosmosError(400, "Only a number can be incremented.");
      node[key] = (there ? node[key] : 0) + value;
      return;
    case "move": {
      const [source, name] = parentOf(document, from);
      if (source[name] === undefined) throw new CosmosError(400, "The path to be moved does not exist.");
      node[key] = source[name];
      delete source[name];
      return;
    }
    default:
      throw new CosmosError(400, "The patch operation is unknown.");
  }
}

/** A patched copy of the document. */
function patched(document, operations) {
  if (!Array.isArray(operations) || operations.length === 0) throw new CosmosError(400, "A patch needs operations.");
  if (operations.length > MOST_OPERATIONS) {
    throw new CosmosError(400, `The number of patch operations can't exceed ${MOST_OPERATIONS}.`);
  }
  const copy = structuredClone(document);
  for (const operation of operations) applyOne(copy, operation);
  return copy;
}

module.exports = { patched };
