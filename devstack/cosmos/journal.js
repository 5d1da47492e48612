"use strict";
// An append-only file of what every write resulted in, replayed at start. A write is acknowledged after its
// line was handed to the kernel, so kill -9 of this process loses nothing.

const fs = require("fs");
const path = require("path");

class Journal {
  constructor(directory) {
    fs.mkdirSync(directory, { recursive: true });
    this.file = path.join(directory, "journal.jsonl");
    this.descriptor = null;
  }

  /** Calls apply(entry) for every whole line; what follows the last newline was torn and never acknowledged. */
  replay(apply) {
    if (!fs.existsSync(this.file)) return;
    const bytes = fs.readFileSync(this.file);
    const end = bytes.lastIndexOf(0x0a) + 1;
    for (const line of bytes.subarray(0, end).toString("utf8").split("\n")) {
      if (!line) continue;
      let entry;
      try {
        entry = JSON.parse(line);
      } catch {
        process.stderr.write("cosmos: a damaged journal line was skipped\n");
        continue;
      }
      apply(entry);
    }
  }

  /** Replaces the file by the shortest journal of the same state, and opens it for appending. */
  compact(entries) {
    const temporary = `${this.file}.new`;
    const out = fs.openSync(temporary, "w");
    for (const entry of entries) fs.writeSync(out, `${JSON.stringify(entry)}\n`);
    fs.fsyncSync(out);
    fs.closeSync(out);
    fs.renameSync(temporary, this.file);
    this.descriptor = fs.openSync(this.file, "a");
  }

  append(entry) {
    fs.writeSync(this.descriptor, `${JSON.stringify(entry)}\n`);
  }
}

module.exports = { Journal };
