// The stored CVs and postings: a list of each, and one with its text.
import { adder } from "./add-cvs.js";
import { call, query as queryOf } from "./api.js";
import { h } from "./dom.js";
import { erase, eraser } from "./erase.js";
import { findAll, finder, nothing, pages, tabs } from "./pages.js";
import { button, empty, field, link, select } from "./parts.js";
import { rank } from "./rank.js";
import { entitle, go, page, rewrite, searched } from "./router.js";
import { table } from "./tables.js";
import { inLine, size, t, when } from "./text.js";
import { loadInto } from "./trouble.js";

const KINDS = ["manual", "url", "linkedin_url"];
const nameOf = (one) => one.filename ?? one.title ?? t("job.untitled");
const namesOf = (one) => `${nameOf(one)} ${one.company ?? ""}`;

/** Of a CV the newest first; for a posting it is asked who fits best. */
const analysesAddress = (kind, id) =>
  kind === "cvs" ? `#/history?cvId=${id}` : `#/history?jobId=${id}&sort=overallScore.desc`;

/** The names are for who hears the links without their rows. */
const analysesOf = (kind, one) =>
  link(analysesAddress(kind, one.id), [
    t("source.analyses"),
    h("span.unseen", `: ${nameOf(one)}`),
  ]);

export function showSources({ main, parts: [kind], query, signal }) {
  const place = h("div");
  const wanted = Object.fromEntries(
    ["find", "order", "sourceType"].map((name) => [name, query.get(name) ?? ""]),
  );
  wanted.find = searched();
  const change = (name) => (value) => {
    wanted[name] = value;
    rewrite(`/history/${kind}`, wanted);
    list();
  };
  const chosen = (label, options, name) => field(t(label), select(options, wanted[name], change(name)));
  const orders = ["desc", "asc"].map((one) => [one, t(`sort.createdAt.${one}`)]);
  const kinds = [["", t("list.all")], ...KINDS.map((one) => [one, t(`source.${one}`)])];
  page(
    main,
    t("nav.history"),
    tabs(`/${kind}`),
    kind === "cvs" && adder(main, signal, () => list()),
    h(
      "form.filters",
      { onsubmit: (event) => event.preventDefault() },
      finder(wanted.find, change("find")),
      chosen("list.sort", orders, "order"),
      kind === "jobs" && chosen("source.kind", kinds, "sourceType"),
    ),
    place,
  );
  const list = () =>
    pages(place, {
      kind,
      signal,
      load: (cursor) => {
        const { find, ...rest } = wanted;
        if (find) return findAll(`/${kind}`, find, namesOf, { ...rest, signal });
        return call("GET", `/${kind}${queryOf({ ...rest, cursor, includeTotal: true })}`, { signal });
      },
      render: (items, show) => {
        if (!items.length && (wanted.find || wanted.sourceType)) return nothing("list.nothing");
        if (!items.length) return empty(t(`${kind}.empty`), "#/", t("nav.new"));
        const rows = items.map((one) =>
          h(
            "tr",
            h(
              "th",
              { scope: "row" },
              link(`#/history/${kind}/${one.id}`, nameOf(one)),
              h(
                "span.hint",
                inLine(one.company, when(one.createdAt), size(one.fileSize)),
              ),
            ),
            h("td", analysesOf(kind, one)),
            h("td", eraser(kind, one.id, nameOf(one), show)),
          ),
        );
        return table(
          t(`tab/${kind}`),
          [[t("list.name")], [t("tab")], [t("delete"), "check"]],
          rows,
        );
      },
    });
  list();
}

export function showSource({ main, parts: [kind, id], signal }) {
  const place = h("div");
  page(main, t(`source.one.${kind}`), place);
  loadInto(place, signal, async () => {
    const one = await call("GET", `/${kind}/${encodeURIComponent(id)}`, { signal });
    entitle(main, nameOf(one));
    const gone = async () => (await erase(kind, id, nameOf(one))) && go(`#/history/${kind}`);
    return [
      h("p.meta", t("source.stored", { date: when(one.createdAt), count: one.characterCount })),
      /^https?:\/\//i.test(one.sourceUrl) &&
        h("p", h("a", { href: one.sourceUrl, target: "_blank", rel: "noopener noreferrer" }, one.sourceUrl)),
      h(
        "p.actions",
        link(analysesAddress(kind, id), t("source.all")),
        button(t("delete"), gone, { sign: "remove" }),
      ),
      kind === "jobs" && rank(id, signal),
      h("div.panel", h("div.text", { lang: "" }, one.content)),
    ];
  });
}
