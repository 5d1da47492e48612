// The scores for one posting over time, as a line and as a table.
import { call, callAll, query as queryOf } from "./api.js";
import { chart } from "./chart.js";
import { h } from "./dom.js";
import { tabs } from "./pages.js";
import { empty, field, link, select } from "./parts.js";
import { page, rewrite } from "./router.js";
import { options, score, table } from "./tables.js";
import { difference, t, when } from "./text.js";
import { loadInto } from "./trouble.js";

export function showProgress({ main, query, signal }) {
  const place = h("div");
  page(main, t("nav.history"), tabs("/progress"), place);
  loadInto(place, signal, async () => {
    const items = await callAll("/jobs", { signal });
    if (!items.length) return empty(t("progress.empty"), "#/", t("nav.new"));
    const lines = h("div");
    const show = (jobId) => {
      rewrite("/history/progress", { jobId });
      loadInto(lines, signal, () => linesOf(jobId, signal));
    };
    const chosen = items.find((one) => one.id === query.get("jobId")) ?? items[0];
    show(chosen.id);
    return [h("div.filters", field(t("list.job"), select(options(items, "title"), chosen.id, show))), lines];
  });
}

async function linesOf(jobId, signal) {
  const wanted = { jobId, status: "completed", order: "desc", limit: 50 };
  const found = (await call("GET", `/analyses${queryOf(wanted)}`, { signal })).items.reverse();
  if (!found.length) return empty(t("progress.none"));
  const rows = found.map((one, index) =>
    h(
      "tr",
      h("td.date", link(`#/analyses/${one.id}`, when(one.createdAt))),
      h("th", { scope: "row" }, one.cvFilename),
      h("td.number", score(one.overallScore)),
      h("td.number", index ? difference(one.overallScore - found[index - 1].overallScore) : ""),
    ),
  );
  const heads = [
    [t("list.date")],
    [t("list.cv")],
    [t("list.score"), "number"],
    [t("progress.change"), "number"],
  ];
  return h("div.pair", h("section.panel", chart(found)), table(t("progress.title"), heads, rows));
}
