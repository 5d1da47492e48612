"use strict";
// An append-only file, one JSON line per write with the state that results; replayed and compacted at start.
// A line is handed to the kernel before its write is acknowledged: kill -9 of this process loses nothing.

const fs = require("fs");
const path = require("path");
const { CosmosError } = require("./errors");

const FORMAT = JSON.stringify({ op: "format", version: 1 });
const NEWLINE = 0x0a;
const CHUNK_BYTES = 1 << 22;

class Journal {
  /** Calls replay(line) for every line of DIRECTORY/cosmos.jsonl, then compacts the file to what lines() yields. */
  constructor(directory, { replay, lines }) {
    fs.mkdirSync(directory, { recursive: true });
    this.file = path.join(directory, "cosmos.jsonl");
    let number = 0;
    for (const bytes of wholeLines(this.file)) {
      number += 1;
      try {
        const line = JSON.parse(bytes.toString("utf8"));
        if (number > 1) replay(line);
        else if (JSON.stringify(line) !== FORMAT) throw new Error("the format is unknown");
      } catch (error) {
        throw new Error(`line ${number} of ${this.file} cannot be read (${error.message}); move the file away to start empty`);
      }
    }
    this.compact(lines);
    this.descriptor = fs.openSync(this.file, "a");
    this.size = fs.fstatSync(this.descriptor).size;
  }

  compact(lines) {
    const temporary = `${this.file}.new`;
    const out = fs.openSync(temporary, "w");
    let batch = FORMAT + "\n";
    for (const line of lines()) {
      batch += line + "\n";
      if (batch.length > CHUNK_BYTES) {
        writeAll(out, batch);
        batch = "";
      }
    }
    writeAll(out, batch);
    fs.fsyncSync(out);
    fs.closeSync(out);
    fs.renameSync(temporary, this.file);
    syncDirectory(path.dirname(this.file));
  }

  /** Throws if the line could not be written whole; the file is then as it was. */
  append(line) {
    try {
      this.size += writeAll(this.descriptor, line + "\n");
    } catch (error) {
      fs.ftruncateSync(this.descriptor, this.size);
      throw new CosmosError(503, `The journal cannot be written: ${error.code}`);
    }
  }

  close() {
    fs.closeSync(this.descriptor);
  }
}

/** The file's lines as bytes. What follows the last newline was torn, hence never acknowledged, and is left out. */
function* wholeLines(file) {
  if (!fs.existsSync(file)) return;
  const descriptor = fs.openSync(file, "r");
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let pieces = [];
  for (let read; (read = fs.readSync(descriptor, chunk)) > 0; ) {
    let start = 0;
    for (let end; (end = chunk.indexOf(NEWLINE, start)) !== -1 && end < read; start = end + 1) {
      yield Buffer.concat([...pieces, chunk.subarray(start, end)]);
      pieces = [];
    }
    pieces.push(Buffer.from(chunk.subarray(start, read)));
  }
  fs.closeSync(descriptor);
}

function writeAll(descriptor, text) {
  const bytes = Buffer.from(text, "utf8");
  for (let written = 0; written < bytes.length; ) written += fs.writeSync(descriptor, bytes, written);
  return bytes.length;
}

function syncDirectory(directory) {
  const descriptor = fs.openSync(directory, "r");
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

module.exports = { Journal };
