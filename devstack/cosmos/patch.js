"use strict";
// Partial document update. Source: "Partial document update in Azure Cosmos DB" in Microsoft's documentation.

const { badRequest } = require("./errors");

const MOST_OPERATIONS = 10;
const FIXED = new Set(["id", "_rid", "_self", "_etag", "_attachments", "_ts"]);

/** A patched copy of the document; all operations or, with an error that counts from 1 which, none. */
function patched(document, operations, partitionKeyNames) {
  if (!Array.isArray(operations) || operations.length === 0) {
    throw badRequest("Invalid patch request: check syntax of patch specification.");
  }
  if (operations.length > MOST_OPERATIONS) {
    throw badRequest(`The number of patch operations can't exceed '${MOST_OPERATIONS}'.`);
  }
  const copy = structuredClone(document);
  operations.forEach((operation, at) => {
    try {
      applyTo(copy, operation ?? {}, partitionKeyNames);
    } catch (error) {
      throw badRequest(`For Operation(${at + 1}): ${error.message}`);
    }
  });
  return copy;
}

function applyTo(document, { op, path, value, from }, partitionKeyNames) {
  const target = namesOf(path);
  refuseFixed(target, partitionKeyNames);
  const needed = { add: [value], set: [value], replace: [value], incr: [value], move: [from], remove: [] }[op];
  if (!needed) throw new Error(`Unknown operation '${op}'.`);
  if (needed.includes(undefined)) throw new Error("Operation lacks its value or from.");

  if (op === "move") {
    const source = namesOf(from);
    refuseFixed(source, partitionKeyNames);
    if (source.every((name, at) => name === target[at])) throw new Error("Path attribute can't be a JSON child of from.");
    const moved = existing(document, source, "move");
    take(document, source);
    put(document, target, moved, "move");
  } else if (op === "remove") {
    existing(document, target, "remove");
    take(document, target);
  } else if (op === "replace") {
    existing(document, target, "replace");
    const [parent, name] = parentOf(document, target, op);
    assign(parent, name, value);
  } else if (op === "incr") {
    increase(document, target, value);
  } else {
    put(document, target, value, op);
  }
}

function namesOf(pointer) {
  if (typeof pointer !== "string" || !/^\/./.test(pointer)) throw new Error("Invalid path: it has to start with /.");
  return pointer
    .slice(1)
    .split("/")
    .map((name) => name.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function refuseFixed(names, partitionKeyNames) {
  if (FIXED.has(names[0])) throw new Error(`Cannot patch the id or a system generated attribute: ${names[0]}.`);
  const shorter = Math.min(names.length, partitionKeyNames.length);
  if (names.slice(0, shorter).every((name, at) => name === partitionKeyNames[at])) {
    throw new Error("Cannot patch the partition key.");
  }
}

/** The container of the path's last name. Only that name may be missing: paths are not created recursively. */
function parentOf(document, names, op) {
  let node = document;
  for (const name of names.slice(0, -1)) {
    if (!isIn(node, name)) {
      const title = op[0].toUpperCase() + op.slice(1);
      throw new Error(
        `${title} Operation can only create a child object of an existing node(array or object) and cannot create ` +
          `path recursively, no path found beyond: '${name}'.`,
      );
    }
    node = node[name];
  }
  if (node === null || typeof node !== "object") throw new Error("The parent of the path is neither object nor array.");
  return [node, names[names.length - 1]];
}

function isIn(node, name) {
  if (node === null || typeof node !== "object") return false;
  return Array.isArray(node) ? /^(0|[1-9]\d*)$/.test(name) && Number(name) < node.length : Object.hasOwn(node, name);
}

function existing(document, names, op) {
  const [parent, name] = parentOf(document, names, op);
  if (!isIn(parent, name)) throw new Error(`Node to be ${op}d is absent.`);
  return parent[name];
}

function take(document, names) {
  const [parent, name] = parentOf(document, names, "remove");
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
}

/** add and move insert into arrays, set overwrites what stands at the index. */
function put(document, names, value, op) {
  const [parent, name] = parentOf(document, names, op);
  if (!Array.isArray(parent) || (op === "set" && isIn(parent, name))) {
    assign(parent, name, value);
    return;
  }
  const index = name === "-" ? parent.length : Number(name);
  if (!Number.isInteger(index) || index < 0 || index > parent.length) {
    throw new Error("Index to operate on is out of array bounds.");
  }
  parent.splice(index, 0, value);
}

function increase(document, names, value) {
  const [parent, name] = parentOf(document, names, "increment");
  const present = isIn(parent, name) ? parent[name] : 0;
  if (typeof value !== "number" || typeof present !== "number") throw new Error("Increment needs numbers.");
  if (Array.isArray(parent) && !isIn(parent, name)) throw new Error("Index to operate on is out of array bounds.");
  assign(parent, name, present + value);
}

/** Also for a property called __proto__. */
function assign(parent, name, value) {
  Object.defineProperty(parent, name, { value, configurable: true, enumerable: true, writable: true });
}

module.exports = { patched };
