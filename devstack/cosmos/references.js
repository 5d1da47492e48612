"use strict";
// The engine turns names into JavaScript and finds out while it runs, on a row, that one means nothing (or,
// worse, something: a global). The real service refuses such a query before it runs.

const { QueryError } = require("./errors");

/** Throws QueryError for an identifier that FROM does not introduce and for an unknown function. */
function checkReferences(ast, { functions, aggregates }) {
  const aliases = new Set();
  collectAliases(ast, aliases);

  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    switch (node.type) {
      case "identifier":
        if (!aliases.has(node.name)) throw new QueryError(`Identifier '${node.name}' could not be resolved.`, "SC2001");
        return;
      case "scalar_member_expression":
        visit(node.object);
        if (node.computed) visit(node.property);
        return;
      case "scalar_function_expression": {
        const name = node.name.name.toUpperCase();
        if (node.udf) throw new QueryError("User-defined functions are not supported here.", "SC2005");
        if (!Object.hasOwn(functions, name) && !Object.hasOwn(aggregates, name)) {
          throw new QueryError(`'${node.name.name}' is not a recognized built-in function name.`, "SC2005");
        }
        node.arguments.forEach(visit);
        return;
      }
      case "scalar_object_expression":
      case "object_constant":
        node.properties.forEach(({ value }) => visit(value));
        return;
      case "object_property_list":
        node.properties.forEach(({ property }) => visit(property));
        return;
      case "from_specification":
        [node.source, ...(node.joins || [])].forEach(({ expression }) => {
          if (expression.type === "collection_subquery_expression") visit(expression.expression);
        });
        return;
      default:
        Object.values(node).forEach(visit);
    }
  };
  visit(ast.body);
}

function collectAliases(node, aliases) {
  if (node === null || typeof node !== "object") return;
  if (node.type === "from_specification") {
    for (const { alias, expression } of [node.source, ...(node.joins || [])]) {
      const named = alias || expression.property || expression.expression;
      if (named && named.type === "identifier") aliases.add(named.name);
    }
  }
  Object.values(node).forEach((child) => collectAliases(child, aliases));
}

module.exports = { checkReferences };
