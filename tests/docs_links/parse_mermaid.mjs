// Reads a JSON list of Mermaid texts from stdin, writes for each null or why it does not parse.
// Mermaid cleans labels with DOMPurify, which wants a browser; for parsing it need not clean anything.
import { register } from "node:module";
import { readFileSync } from "node:fs";

const purify = "export default { sanitize: (text) => text, addHook() {}, removed: [] };";
const hooks = `
export async function resolve(specifier, context, next) {
  return specifier === "dompurify" ? { url: "purify:stand-in", shortCircuit: true } : next(specifier, context);
}
export async function load(url, context, next) {
  return url === "purify:stand-in" ? { format: "module", source: ${JSON.stringify(purify)}, shortCircuit: true } : next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
const { default: mermaid } = await import("mermaid");

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    await mermaid.parse(text);
    answers.push(null);
  } catch (error) {
    answers.push(String(error.message).split("\n").slice(0, 3).join(" "));
  }
}
console.log(JSON.stringify(answers));
