// Reads {tables: {name: schema}, queries: {name: text}} from stdin, writes for each query its errors and its columns.
// Microsoft's own parser and binder of the language, translated to JavaScript.
require("@kusto/language-service-next/bridge.min.js");
require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
const { KustoCode, GlobalState, Symbols } = Kusto.Language;

const { tables, queries } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const symbols = Object.entries(tables).map(([name, schema]) => new Symbols.TableSymbol.$ctor7(name, schema));
const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1("workspace", symbols));

const answers = {};
for (const [name, text] of Object.entries(queries)) {
  const code = KustoCode.ParseAndAnalyze(text, globals);
  const errors = Bridge.toArray(code.GetDiagnostics()).map((one) => one.Message);
  const columns = errors.length ? [] : Bridge.toArray(code.ResultType.Columns);
  answers[name] = { errors, columns: Object.fromEntries(columns.map((one) => [one.Name, one.Type.Name])) };
}
console.log(JSON.stringify(answers));
