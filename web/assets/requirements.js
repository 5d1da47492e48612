// What the posting asks for, what the CV shows of it, and the CV's own words for it.
import { h, refill } from "./dom.js";
import { segmented, table, verdict } from "./parts.js";
import { match } from "./result.js";
import { t, textOr } from "./text.js";

/** kept.filter: the verdict that is shown; onquote(quote, button): somebody wants to see it in the CV. */
export function requirements(analysis, kept, onquote) {
  const matches = analysis.skillMatches;
  const rows = h("tbody");
  const counted = (value) => matches.filter((one) => one.verdict === value).length;
  const draw = (wanted) => {
    kept.filter = wanted;
    refill(
      rows,
      matches.filter((one) => !wanted || one.verdict === wanted).map((one) => row(one, onquote)),
    );
  };
  draw(kept.filter);
  const grid = table(t("need.title"), [[t("need.need")], [t("need.verdict")], [t("need.quotes")]], []);
  grid.querySelector("tbody").replaceWith(rows);
  return h(
    "section.panel.needs",
    { "aria-labelledby": "needs" },
    h("h2", { id: "needs" }, t("need.title")),
    matches.length
      ? [
          segmented(
            t("need.filter"),
            [["", t("need.all", { count: matches.length })]].concat(
              ["missing", "partial", "met"].map((value) => [
                value,
                `${t(`verdict.${value}`)} ${counted(value)}`,
              ]),
            ),
            kept.filter,
            draw,
            "need-filter",
          ),
          grid,
        ]
      : h("p.hint", t("need.none")),
    h(
      "table.matches",
      h("caption.unseen", t("match.title")),
      h(
        "tbody",
        match(
          t("match.experience"),
          years(analysis.experienceMatch.requiredYears),
          years(analysis.experienceMatch.candidateYears),
          analysis.experienceMatch.verdict,
        ),
        match(
          t("part.education"),
          level(analysis.educationMatch.required),
          level(analysis.educationMatch.candidate),
          analysis.educationMatch.verdict,
        ),
      ),
    ),
  );
}

const years = (count) => (count == null ? null : t("years", { count }));
// A posting asks for a "master's degree", a CV shows a "master".
const level = (name) => name && textOr(`level.${name.replace("'s degree", "")}`, name);

const row = (one, onquote) =>
  h(
    "tr",
    h("th", { scope: "row" }, one.skill, about(one)),
    h("td", verdict(one.verdict)),
    h(
      "td",
      one.evidence.map((quote) => {
        const show = (event) => onquote(quote, event.currentTarget);
        return h("button.quote", { type: "button", lang: "", onclick: show, title: t("need.show") }, quote);
      }),
    ),
  );

const about = ({ required, years: count }) => {
  const said = [!required && t("need.preferred"), years(count)].filter(Boolean).join(", ");
  return said && h("span.hint", said);
};
