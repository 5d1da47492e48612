"use strict";
// The npm query engine (@zeit/cosmosdb-query), with four things mended:
// - its parser takes exponential time in nested parentheses: its rules are memoised;
// - it copies all rows for each row: see Rows;
// - BETWEEN compared by JavaScript's coercions: rewritten to >= AND <=;
// - sorting, paging and unknown names are ours: see run() and references.js.

const fs = require("fs");
const Module = require("module");
const { CosmosError, QueryError } = require("./errors");
const { checkReferences } = require("./references");
const { compareValues, valueAt } = require("./values");

const MOST_COMPILED = 200;

const ofServer = Module.createRequire(require.resolve("@vercel/cosmosdb-server/package.json"));
const ofEngine = Module.createRequire(ofServer.resolve("@zeit/cosmosdb-query"));
// The npm server may have loaded the engine by now: ours is another copy.
for (const name of ["./index", "./parser", "./transformer", "./builtin-functions"]) {
  delete require.cache[ofEngine.resolve(name)];
}
memoiseParser(ofEngine.resolve("./parser"));
const { default: parse, SyntaxError: ParseError } = ofServer("@zeit/cosmosdb-query");
const aggregates = ofEngine("./aggregate-functions");
const engineFunctions = ofEngine("./builtin-functions");
const engineHelpers = ofEngine("./helpers");

/** Loads a parser that PEG.js generated without its cache, with one: each rule is tried once per position. */
function memoiseParser(file) {
  let rules = 0;
  const source = fs
    .readFileSync(file, "utf8")
    .replace(/function peg\$parse(\w+)\(\) \{/g, (_, rule) => {
      rules += 1;
      return `function peg$parse${rule}() { return peg$once(${rules}, peg$plain${rule}); } function peg$plain${rule}() {`;
    })
    .replace(
      "function peg$parse(input, options) {",
      `function peg$parse(input, options) {
        const peg$seen = new Map();
        function peg$once(rule, parse) {
          const key = peg$currPos * ${rules + 1} + rule;
          const seen = peg$seen.get(key);
          if (seen !== undefined) { peg$currPos = seen.end; return seen.result; }
          const result = parse();
          peg$seen.set(key, { end: peg$currPos, result });
          return result;
        }`,
    );
  if (rules === 0 || !source.includes("peg$seen")) throw new Error(`${file} is not the parser that is known here`);
  const loaded = new Module(file, module);
  loaded.filename = file;
  loaded.paths = Module._nodeModulePaths(file);
  require.cache[file] = loaded;
  loaded._compile(source, file);
  loaded.loaded = true;
}

/**
 * The engine's code builds rows by reduce((all, item) => [...all, ...some], []), quadratic in their number.
 * Each step only appends, so its result for an empty list is what it appends.
 */
class Rows extends Array {
  reduce(step, ...start) {
    if (!Array.isArray(start[0]) || start[0].length > 0) return super.reduce(step, ...start);
    const rows = new Rows();
    for (const item of this) for (const row of step([], item)) rows.push(row);
    return rows;
  }
}

const ignoringCase = (test) => (text, part, ignore = false) => {
  if (typeof text !== "string" || typeof part !== "string") return undefined;
  return ignore === true ? test(text.toLowerCase(), part.toLowerCase()) : test(text, part);
};
const functions = {
  ...engineFunctions,
  CONTAINS: ignoringCase((text, part) => text.includes(part)),
  STARTSWITH: ignoringCase((text, part) => text.startsWith(part)),
  ENDSWITH: ignoringCase((text, part) => text.endsWith(part)),
  STRINGEQUALS: ignoringCase((text, part) => text === part),
  IS_INTEGER: (value) => Number.isInteger(value),
};

/** Removes undefined values from objects and lists: JSON has none. */
function withoutUndefined(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return Array.from(value, withoutUndefined).filter((item) => item !== undefined);
  const defined = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(defined.map(([name, item]) => [name, withoutUndefined(item)]));
}

/** The document's resource id; undefined where rows come from inside of documents (FROM t IN c.tags). */
function ridIn(frame, ridOf) {
  try {
    return ridOf(frame);
  } catch {
    return undefined;
  }
}

const orderValues = (frame, orders) => orders.map(([names]) => valueAt(frame, names));

function compareOrders(a, b, orders) {
  for (let at = 0; at < orders.length; at += 1) {
    const order = compareValues(a[at], b[at]);
    if (order !== 0) return orders[at][1] ? -order : order;
  }
  return 0;
}

const helpers = {
  ...engineHelpers,
  stripUndefined: withoutUndefined,
  /** Stable: equal rows stay in the order in which the documents were created. */
  sort(frames, ridOf, policy, ...orders) {
    if (orders.length === 0) return frames;
    const keyed = Array.from(frames, (frame) => ({ frame, values: orderValues(frame, orders) }));
    const kept = policy.dropsUndefined ? keyed.filter(({ values }) => values[0] !== undefined) : keyed;
    return kept.sort((a, b) => compareOrders(a.values, b.values, orders)).map(({ frame }) => frame);
  },
  /** Called last, with pairs of a projected row and the frame it comes from. */
  paginate(pairs, limit, continuation, ridOf, ...orders) {
    const rows = Array.from(pairs, ([value, frame]) => ({
      value: withoutUndefined(value),
      values: orderValues(frame, orders),
      rid: ridIn(frame, ridOf),
    }));
    return { rows: rows.filter(({ value }) => value !== undefined), orders };
  },
};

class CompiledQuery {
  constructor(text) {
    const query = parsed(text);
    checkReferences(query.ast, { functions, aggregates });
    query.ast.body = rewriteBetween(query.ast.body);
    this.body = query.ast.body;
    try {
      this.evaluate = new Function(`"use strict"; return ${query.code};`)();
    } catch (error) {
      throw refused(error);
    }
  }

  /** Whether rows come out in the documents' order, each from one document, so that any stretch can run alone. */
  get isStreamable() {
    return !this.body.top && !this.body.orderBy && !this.isAggregate && Boolean(this.body.from);
  }

  get isAggregate() {
    const { properties, value } = this.body.select;
    const expressions = properties ? properties.properties.map(({ property }) => property) : [value];
    return expressions.some((one) => isAggregateCall(one));
  }

  /** Rows {value, values of ORDER BY, rid of the document} and the orders [[names, descending]]. */
  run(documents, parameters, policy) {
    const named = Object.create(null);
    for (const { name, value } of parameters) named[name.slice(1)] = value;
    let result;
    try {
      const source = Rows.from(documents);
      result = this.evaluate(aggregates, functions, source, helpers, {}, named, undefined, undefined, policy);
    } catch (error) {
      throw refused(error);
    }
    if (result.rows) return result;
    const values = result.result.filter((value) => value !== undefined);
    return { rows: values.map((value) => ({ value, values: [] })), orders: [] };
  }
}

function isAggregateCall(node) {
  return Boolean(node) && node.type === "scalar_function_expression" && !node.udf && node.name.name.toUpperCase() in aggregates;
}

function parsed(text) {
  try {
    return parse(text);
  } catch (error) {
    throw refused(error, text);
  }
}

/** Whatever the engine throws for a query is the query's fault: 400, never 500. */
function refused(error, text = "") {
  if (error instanceof CosmosError) return error;
  if (!(error instanceof ParseError) || !error.location) return new QueryError(error.message, "SC1010");
  const missing = /\b(DISTINCT|OFFSET|GROUP\s+BY|LIKE|NOT\s+IN|NOT\s+BETWEEN)\b/i.exec(text.replace(/'[^']*'|"[^"]*"/g, "''"));
  if (missing) return new QueryError(`${missing[1].toUpperCase()} is not supported by the local query engine.`, "SC1001");
  const location = { start: error.location.start.offset, end: error.location.end.offset };
  const near = text.slice(location.start).trim().split(/\s/)[0];
  return new QueryError(`Syntax error, incorrect syntax near '${near}'.`, "SC1001", location);
}

function rewriteBetween(node) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(rewriteBetween);
  const copy = Object.fromEntries(Object.entries(node).map(([name, child]) => [name, rewriteBetween(child)]));
  if (copy.type !== "scalar_between_expression") return copy;
  const compare = (operator, right) => ({ type: "scalar_binary_expression", left: copy.value, operator, right });
  return {
    type: "scalar_binary_expression",
    left: compare(">=", copy.begin),
    operator: "AND",
    right: compare("<=", copy.end),
  };
}

const compiled = new Map();

/** The compiled query of a text; throws QueryError. */
function compile(text) {
  let query = compiled.get(text);
  if (!query) {
    query = new CompiledQuery(text);
    if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value);
    compiled.set(text, query);
  }
  return query;
}

module.exports = { compareOrders, compile };
