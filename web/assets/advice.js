// What to change, most useful first.
import { h } from "./dom.js";
import { english } from "./parts.js";
import { difference, t, textOr } from "./text.js";

const TONE = { high: "missing", medium: "partial", low: "plain" };

export const advice = (recommendations) =>
  h(
    "section.panel",
    { "aria-labelledby": "advice" },
    h("h2", { id: "advice" }, t("advice.title")),
    ["high", "medium", "low"].map((priority) => {
      const found = recommendations.filter((one) => one.priority === priority);
      const head = h("h3", h(`span.chip.${TONE[priority]}`, t(`priority.${priority}`)), ` ${found.length}`);
      const list = h("ol.advice", found.map(item));
      if (!found.length) return null;
      return priority === "low" ? h("details", { id: "low" }, h("summary", head), list) : [head, list];
    }),
  );

/** How the server says why, where it is no more than that the CV shows nothing of it: which the action says, too. */
const UNSHOWN = /^The posting (asks for|names|prefers) .+, and the CV does not show (?:it|them)\.$/s;

const why = ({ rationale }) => {
  const [, wish] = UNSHOWN.exec(rationale) ?? [];
  return wish ? t(`wish.${wish}`) : english("span", rationale);
};

const item = (one) =>
  h(
    "li",
    h(
      "p",
      english("strong", one.action),
      one.gain > 0 && h("span.gain", t("advice.gain", { gain: difference(one.gain) })),
    ),
    h(
      "p.hint",
      h("span", textOr(`category.${one.category}`, one.category)),
      " · ",
      why(one),
    ),
    one.example && english("p.example", one.example),
  );
