// The list of analyses: filters, order, pages; two can be compared. Also what a batch started: its ids alone.
import { announce } from "./announce.js";
import { Problem, call, callAll, query as queryOf } from "./api.js";
import { h } from "./dom.js";
import { eraser } from "./erase.js";
import { ended, nameOf, titleOf } from "./follow.js";
import { findAll, finder, nothing, pages, tabs } from "./pages.js";
import { button, empty, field, link, select } from "./parts.js";
import { entitle, go, page, rewrite, searched } from "./router.js";
import { load } from "./storage.js";
import { options, score, status, table } from "./tables.js";
import { inLine, t, when } from "./text.js";
import { trouble } from "./trouble.js";

const LOOK_AGAIN_MILLISECONDS = 1500;
const MOST_IDS = 50; // of one question
const FILTERS = ["sort", "find", "status", "jobId", "cvId", "minScore", "maxScore"];

export function showAnalyses({ main, parts: [ids], query, signal }) {
  const wanted = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? ""]));
  wanted.find = searched();
  if (ids && !wanted.sort) wanted.sort = "overallScore.desc";
  const place = h("div");
  let stopLooking = () => {};
  let going = false; // some of a batch
  const change = (name) => (value) => {
    wanted[name] = value;
    rewrite(ids ? `/batch/${ids}` : "/history", wanted);
    list();
  };
  const chosen = new Map(); // to be compared: names by id, of any page; the list may be drawn anew meanwhile
  const filters = h("form.filters", { onsubmit: (event) => event.preventDefault() });
  const batch = load("batch", {});
  const refused = ids && batch.ids === ids ? batch.refused : [];
  page(
    main,
    t(ids ? "batch.title" : "nav.history"),
    !ids && tabs(""),
    refused.map((one) =>
      h(
        "div.refused",
        h("h2", one.name ?? t("job.number", { count: one.place })),
        trouble(new Problem(one.error)),
      ),
    ),
    refused.some((one) => one.place) && h("p.meta", t("batch.refused"), " ", link("#/", t("nav.new"))),
    filters,
    place,
  );
  drawFilters(filters, wanted, change, ids, signal);
  const list = () =>
    pages(place, {
      kind: "analyses",
      signal,
      load: (cursor) => {
        const { sort, find, ...rest } = wanted;
        const [sortBy, order] = (sort || "createdAt.desc").split(".");
        const parameters = { ...rest, sortBy, order };
        if (find) return findAll("/analyses", find, nameOf, { ...parameters, signal });
        // A batch is one ranking: as pages it would be wrong as soon as one on a later page gets ahead.
        const limit = ids && MOST_IDS;
        return call("GET", `/analyses${queryOf({ ...parameters, cursor, ids, limit, includeTotal: true })}`, {
          signal,
        });
      },
      render: (items, show) => {
        const filtered = FILTERS.slice(1).some((name) => wanted[name]);
        if (!items.length)
          return filtered ? nothing("list.nothing") : empty(t("list.empty"), "#/", t("nav.new"));
        stopLooking();
        stopLooking = lookAgain(items, signal, show);
        const done = items.filter(ended).length;
        const told = ids && t("batch.done", { done, count: items.length });
        const waited = going;
        going = done < items.length;
        if (told && (going || waited)) announce(told);
        const ofOneJob = new Set(items.map((one) => one.jobId)).size === 1;
        const byCv = Boolean(wanted.jobId) || (Boolean(ids) && items.length > 1 && ofOneJob);
        const posting = ids && byCv && items[0].jobTitle;
        if (posting) entitle(main, posting);
        return [told && going && h("p.hint", told), rowsOf(items, chosen, show, byCv, posting)];
      },
    });
  list();
}

/** While some of them are on their way, the list is asked for again when one has got further. Returns the end of it. */
function lookAgain(items, signal, show) {
  const going = items.filter((one) => !ended(one)).slice(0, MOST_IDS);
  const state = (list) =>
    list
      .map((one) => one.id + one.status)
      .sort()
      .join();
  const timer = setInterval(async () => {
    if (!going.length) return stop();
    try {
      const ids = going.map((one) => one.id).join();
      const found = await call("GET", `/analyses${queryOf({ ids, limit: MOST_IDS })}`, { signal });
      if (state(found.items) === state(going)) return;
      stop();
      show();
    } catch {
      // the next look may get an answer
    }
  }, LOOK_AGAIN_MILLISECONDS);
  const stop = () => clearInterval(timer);
  signal.addEventListener("abort", stop);
  return stop;
}

/** byCv: it is the CVs that tell them apart, and come first; posting: of which the heading says that all are. */
function rowsOf(items, chosen, show, byCv, posting) {
  const compare = button(t("compare.do"), () => go(`#/history/compare/${[...chosen.keys()].join("/")}`), {
    id: "compare",
  });
  const hint = h("span.hint", { role: "status" });
  const none = button(t("compare.clear"), () => (chosen.clear(), show()), { kind: "quiet" });
  const tell = () => {
    compare.disabled = chosen.size !== 2;
    none.hidden = !chosen.size;
    hint.textContent = chosen.size
      ? t("compare.chosen", { names: inLine(...chosen.values()) })
      : t("compare.hint");
  };
  tell();
  const row = (one) => {
    const name = nameOf(one);
    const choose = (event) => {
      if (event.target.checked) chosen.set(one.id, name);
      else chosen.delete(one.id);
      tell();
    };
    const gone = () => {
      chosen.delete(one.id);
      show();
    };
    return h(
      "tr",
      h(
        "td",
        one.status === "completed" &&
          h("input", {
            type: "checkbox",
            id: `compare-${one.id}`,
            value: one.id,
            checked: chosen.has(one.id),
            "aria-label": `${t("compare.choose")}: ${name}`,
            onchange: choose,
          }),
      ),
      h(
        "th",
        { scope: "row" },
        link(`#/analyses/${one.id}`, byCv ? one.cvFilename : titleOf(one)),
        h("span.hint", inLine(byCv ? !posting && titleOf(one) : one.cvFilename, when(one.createdAt))),
      ),
      h("td.number", one.status === "completed" ? h("strong", score(one.overallScore)) : status(one.status)),
      h("td", eraser("analyses", one.id, name, gone)),
    );
  };
  return [
    table(
      t("tab"),
      [
        [t("compare.choose"), "check"],
        [t(posting ? "list.cv" : byCv ? "list.cvFirst" : "list.analysis")],
        [t("list.score"), "number"],
        [t("delete"), "check"],
      ],
      items.map(row),
    ),
    (items.length > 1 || chosen.size > 0) && h("p.actions", compare, hint, none),
  ];
}

async function drawFilters(form, wanted, change, ids, signal) {
  const choice = (label, name, options) => field(t(label), select(options, wanted[name], change(name)));
  const orders = ["createdAt.desc", "createdAt.asc", "overallScore.desc", "overallScore.asc"];
  const sort = choice(
    "list.sort",
    "sort",
    orders.map((one) => [one, t(`sort.${one}`)]),
  );
  form.append(sort);
  if (ids) return;
  form.prepend(finder(wanted.find, change("find")));
  const bound = (name) => {
    const input = h("input", {
      type: "number",
      min: 0,
      max: 100,
      step: "any",
      value: wanted[name],
      inputmode: "decimal",
    });
    input.addEventListener("change", () => {
      least.max = most.value || 100;
      most.min = least.value || 0;
      if (input.reportValidity()) change(name)(input.value);
    });
    return input;
  };
  const [least, most] = [bound("minScore"), bound("maxScore")];
  // On a phone they would fill the screen before the list begins.
  let more = form;
  if (!matchMedia("(min-width: 44rem)").matches) {
    more = h("div.filters");
    const open = FILTERS.slice(2).some((name) => wanted[name]);
    form.append(h("details", { open }, h("summary", t("list.more")), more));
  }
  const states = ["completed", "failed", "processing", "queued"].map((one) => [one, t(`status.${one}`)]);
  more.append(
    choice("list.status", "status", [["", t("list.all")], ...states]),
    field(t("list.minScore"), least),
    field(t("list.maxScore"), most),
  );
  const [cvs, jobs] = await Promise.all(
    ["/cvs", "/jobs"].map((path) => callAll(path, { signal }).catch(() => [])),
  );
  const named = (items, name) => [["", t("list.all")], ...options(items, name)];
  more.append(
    choice("list.job", "jobId", named(jobs, "title")),
    choice("list.cv", "cvId", named(cvs, "filename")),
  );
}
