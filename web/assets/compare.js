// Two analyses side by side: what changed from the first to the second.
import { call } from "./api.js";
import { h } from "./dom.js";
import { empty, link } from "./parts.js";
import { entitle, page } from "./router.js";
import { PARTS, cvOf, score, table, verdict } from "./tables.js";
import { difference, inLine, t, when } from "./text.js";
import { loadInto } from "./trouble.js";

const RANK = { missing: 0, partial: 1, met: 2 };
const MADE_BY = ["version", "mode", "model", "promptVersion"];

export function showCompare({ main, parts, signal }) {
  const place = h("div.compared");
  page(main, t("compare.two"), place);
  loadInto(place, signal, async () => {
    const read = (id) => call("GET", `/analyses/${encodeURIComponent(id)}`, { signal });
    const both = await Promise.all(parts.map(read));
    if (both.some((one) => one.status !== "completed"))
      return empty(t("compare.none"), "#/history", t("nav.history"));
    both.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    const [before, after] = both;
    const ofOneJob = before.jobId === after.jobId;
    // Of two people nothing has changed: they differ.
    const changed = ofOneJob && cvOf(before.cvFilename) === cvOf(after.cvFilename);
    if (changed) entitle(main, t("compare.title"));
    return sideBySide(before, after, ofOneJob, t(changed ? "progress.change" : "compare.difference"));
  });
}

function sideBySide(before, after, ofOneJob, step) {
  const head = (one) => {
    const names = [one.jobTitle || t("job.untitled"), one.cvFilename];
    // What tells them apart comes first.
    const [first, second] = ofOneJob ? names.reverse() : names;
    return [
      [link(`#/analyses/${one.id}`, first), h("span.hint", inLine(second, when(one.createdAt)))],
      "side",
    ];
  };
  const heads = (first) => [[first], head(before), head(after), [step]];
  const points = (name, a, b, kind) =>
    h(
      kind ?? "tr",
      h("th", { scope: "row" }, name),
      h("td", score(a)),
      h("td", score(b)),
      h("td", change(b - a)),
    );
  return [
    !ofOneJob && h("p.notice.partial", t("compare.otherJob")),
    MADE_BY.some((name) => before.engine[name] !== after.engine[name]) &&
      h("p.notice.partial", t("compare.otherEngine")),
    table(t("compare.scores"), heads(t("sum.part")), [
      points(t("sum.overall"), before.overallScore, after.overallScore, "tr.sum"),
      PARTS.filter((part) => (before.subscores[part] ?? after.subscores[part]) != null).map((part) =>
        points(
          [t(`part.${part}`), !after.weights[part] && h("span.hint", t("part.uncounted"))],
          before.subscores[part],
          after.subscores[part],
        ),
      ),
    ]),
    h("h2", t("need.title")),
    table(t("need.title"), heads(t("need.need")), needs(before.skillMatches, after.skillMatches)),
  ];
}

/** What changed first, then what both are asked for, then the rest; each in the posting's order. */
function needs(before, after) {
  const old = new Map(before.map((one) => [one.skill, one.verdict]));
  const now = new Map(after.map((one) => [one.skill, one.verdict]));
  const rows = [...new Set([...old.keys(), ...now.keys()])].map((skill) => {
    const [a, b] = [old.get(skill), now.get(skill)];
    return { skill, a, b, step: a && b ? RANK[b] - RANK[a] : NaN };
  });
  const place = ({ step }) => (step ? 0 : step === 0 ? 1 : 2);
  rows.sort((one, other) => place(one) - place(other));
  return rows.map(({ skill, a, b, step }) =>
    h(
      "tr",
      h("th", { scope: "row" }, skill),
      h("td", a ? verdict(a) : "–"),
      h("td", b ? verdict(b) : "–"),
      h("td", change(step, t(`compare.${step > 0 ? "better" : step < 0 ? "worse" : "same"}`))),
    ),
  );
}

const change = (value, text = difference(value)) =>
  Number.isNaN(value)
    ? "–"
    : h(`strong.${value > 0.04 ? "up" : value < -0.04 ? "down" : "same"}`, text);
