// What the posting asks for, what the CV shows of it, and the CV's own words for it.
import { h } from "./dom.js";
import { button, link, segmented } from "./parts.js";
import { table, verdict } from "./tables.js";
import { t, textOr } from "./text.js";

/** So many are shown at first: the posting's most telling ones. */
const AT_FIRST = 12;

/**
 * kept: the verdict that is shown (filter), and whether all of them are (all); onquote(quote, button): somebody wants to
 * see it in the CV. What is not shown is not seen on the screen only: on paper everything is.
 */
export function requirements(analysis, kept, onquote) {
  const matches = analysis.skillMatches;
  const rows = matches.map((one) => row(one, onquote));
  const counted = (value) => matches.filter((one) => one.verdict === value).length;
  const draw = () => {
    const found = rows.filter((_, index) => !kept.filter || matches[index].verdict === kept.filter);
    // A fold of one or two would hide less than its button takes.
    const most = kept.all || found.length < AT_FIRST + 3 ? found.length : AT_FIRST;
    for (const one of rows) one.classList.toggle("off", !found.slice(0, most).includes(one));
    more.hidden = found.length < AT_FIRST + 3;
    more.textContent = kept.all ? t("need.fewer") : t("need.more", { count: found.length - most });
    more.setAttribute("aria-expanded", Boolean(kept.all));
  };
  const filter = (wanted) => {
    kept.filter = wanted;
    draw();
  };
  const fold = () => {
    kept.all = !kept.all;
    draw();
    more.scrollIntoView({ block: "nearest" });
  };
  const more = button("", fold, { id: "need-more" });
  draw();
  return h(
    "section.panel.needs",
    { "aria-labelledby": "needs" },
    h("h2", { id: "needs" }, t("need.title")),
    h("p.source", link(`#/history/jobs/${analysis.jobId}`, t("need.posting"))),
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
            filter,
            "need-filter",
          ),
          h("p.hint", t("need.order")),
          table(t("need.title"), [[t("need.need")], [t("need.verdict")], [t("need.quotes")]], rows),
          more,
        ]
      : h("p.hint", t("need.none")),
    h(
      "table.matches",
      h("caption.unseen", t("match.title")),
      h(
        "tbody",
        match(
          t("match.experience"),
          years(analysis.experienceMatch.requiredYears) ?? t("match.noYears"),
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
    h("th", { scope: "row" }, h("span.need", one.skill), about(one)),
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

/** Years or education: asked for, shown, verdict. What nobody asks for is not met, either. */
function match(title, asked, shown, value) {
  const has = shown ?? t("match.unknown");
  return h(
    "tr",
    h("th", { scope: "row" }, title),
    h("td", asked ? verdict(value) : h("span.chip.plain", t("match.unasked"))),
    h("td", asked ? t("match.both", { asked, has }) : t("match.shown", { has })),
  );
}
