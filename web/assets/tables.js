// Pieces of the views that show results and lists: verdicts, scores, tables.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { inLine, number, t, when } from "./text.js";

/** Of the score, in the order in which they are shown. */
export const PARTS = ["skills", "experience", "semantic", "softSkills", "education", "keywords"];

/** Met, partial or missing: a sign and a word, so that colour is not all. */
export const verdict = (value) => h(`span.chip.${value}`, icon(value), t(`verdict.${value}`));

const TONE = { completed: "met", failed: "missing", queued: "plain", processing: "plain" };
export const status = (value) => h(`span.chip.${TONE[value]}`, t(`status.${value}`));

export const score = (value) => (value == null ? "–" : number(value));

/** What a select offers of stored documents; those of the same name are told apart by when they were stored. */
export function options(items, name) {
  const names = items.map((one) => one[name] ?? t("job.untitled"));
  const several = (text) => names.indexOf(text) !== names.lastIndexOf(text);
  return items.map((one, index) => [
    one.id,
    several(names[index]) ? inLine(names[index], when(one.createdAt)) : names[index],
  ]);
}

const OF_A_VERSION = new Set(
  "v version final draft new copy fassung entwurf neu kopie".split(" "),
);

/** What the names of versions of one CV have in common: "Jo Doe v2 (1).pdf" and "jo_doe-final.docx" are of Jo Doe. */
export const cvOf = (name) =>
  (name.toLowerCase().replace(/\.\w+$/, "").match(/\p{L}+/gu) ?? [])
    .filter((word) => !OF_A_VERSION.has(word))
    .sort()
    .join(" ");

/** A table that a narrow screen can scroll sideways. heads: [text, class]; "check" is a narrow one. */
export const table = (caption, heads, rows) =>
  h(
    "div.scroll",
    { tabindex: 0, role: "group", "aria-label": caption },
    h(
      "table",
      h("caption.unseen", caption),
      h(
        "thead",
        h(
          "tr",
          heads.map(([head, kind]) =>
            h("th", { scope: "col", class: kind }, kind === "check" ? h("span.unseen", head) : head),
          ),
        ),
      ),
      h("tbody", rows),
    ),
  );
