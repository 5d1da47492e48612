"use strict";
// Loaded before Azurite: the client of its telemetry takes two thirds of its start, and is loaded before Azurite
// reads --disableTelemetry. Nothing is asked of it where telemetry is off.

const Module = require("module");

const load = Module._load;
Module._load = (name, ...rest) => (name === "applicationinsights" ? {} : load(name, ...rest));
