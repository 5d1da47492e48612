// The scores for one posting over time, as a line for each CV and as a table.
import { callAll } from "./api.js";
import { chart } from "./chart.js";
import { h, refill } from "./dom.js";
import { tabs } from "./pages.js";
import { empty, field, link, select } from "./parts.js";
import { page, rewrite } from "./router.js";
import { cvOf, options, score, table } from "./tables.js";
import { difference, t, when } from "./text.js";
import { loadInto } from "./trouble.js";

export function showProgress({ main, query, signal }) {
  const place = h("div");
  page(main, t("nav.history"), tabs("/progress"), place);
  loadInto(place, signal, async () => {
    const items = await callAll("/jobs", { signal });
    if (!items.length) return empty(t("progress.empty"), "#/", t("nav.new"));
    const lines = h("div");
    const show = (jobId, cv) => loadInto(lines, signal, () => linesOf(jobId, cv, signal));
    const chosen = items.find((one) => one.id === query.get("jobId")) ?? items[0];
    show(chosen.id, query.get("cv"));
    return [h("div.filters", field(t("list.job"), select(options(items, "title"), chosen.id, show))), lines];
  });
}

/** cv: the id of one of the CVs whose scores alone are wanted, if there are several people's. */
async function linesOf(jobId, cv, signal) {
  const found = await callAll("/analyses", { jobId, status: "completed", order: "asc", signal });
  if (!found.length) return empty(t("progress.none"));
  const byCv = new Map(found.map((one) => [cvOf(one.cvFilename), []]));
  for (const one of found) byCv.get(cvOf(one.cvFilename)).push(one);
  const shown = h("div.pair");
  const show = (wanted) => {
    rewrite("/history/progress", { jobId, cv: byCv.get(wanted)?.at(-1).cvId });
    refill(shown, drawn(wanted ? [byCv.get(wanted)] : [...byCv.values()]));
  };
  const asked = found.find((one) => one.cvId === cv);
  const first = asked ? cvOf(asked.cvFilename) : "";
  show(first);
  const names = [...byCv].map(([key, versions]) => [key, versions.at(-1).cvFilename]);
  const choice = [["", t("list.all")], ...names.sort((a, b) => a[1].localeCompare(b[1]))];
  return [
    byCv.size > 1 && h("div.filters", field(t("list.cv"), select(choice, first, show))),
    shown,
  ];
}

/** lines: of one CV's versions each, oldest first. A change is one from a version to the next, never between people. */
function drawn(lines) {
  const before = new Map(lines.flatMap((line) => line.slice(1).map((one, index) => [one, line[index]])));
  const found = lines.flat().sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const rows = found.map((one) =>
    h(
      "tr",
      h("td.date", link(`#/analyses/${one.id}`, when(one.createdAt))),
      h("th", { scope: "row" }, one.cvFilename),
      h("td.number", score(one.overallScore)),
      h("td.number", before.has(one) ? difference(one.overallScore - before.get(one).overallScore) : ""),
    ),
  );
  const heads = [
    [t("list.date")],
    [t("list.cv")],
    [t("list.score"), "number"],
    [t("progress.change"), "number"],
  ];
  return [h("section.panel.plot", chart(found, lines)), h("div.compared.timed", table(t("progress.title"), heads, rows))];
}
