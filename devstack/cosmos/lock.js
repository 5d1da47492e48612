"use strict";
// One server per data directory: a second would compact the journal away under the first.

const { createHash } = require("crypto");
const fs = require("fs");
const net = require("net");
const os = require("os");
const path = require("path");

/** Holds a Unix socket named after the directory while this process lives; rejects if another process does. */
async function lockDirectory(directory) {
  fs.mkdirSync(directory, { recursive: true });
  const name = createHash("sha256").update(fs.realpathSync(directory)).digest("hex").slice(0, 24);
  const socket = path.join(os.tmpdir(), `cosmos-${name}.sock`);
  if (await answers(socket)) throw new Error(`another Cosmos server already uses ${directory}`);
  fs.rmSync(socket, { force: true });
  const server = net.createServer((connection) => connection.destroy());
  await new Promise((resolve, reject) => server.once("error", reject).listen(socket, resolve));
  server.unref();
  process.on("exit", () => fs.rmSync(socket, { force: true }));
}

function answers(socket) {
  return new Promise((resolve) => {
    const connection = net.connect(socket, () => resolve(true));
    connection.on("error", () => resolve(false));
    connection.unref();
  });
}

module.exports = { lockDirectory };
