// One analysis: how far it is, then its result.
import { announce, toast } from "./announce.js";
import { call } from "./api.js";
import { h, refill } from "./dom.js";
import { again } from "./draft.js";
import { erase } from "./erase.js";
import { ended, follow, nameOf, titleOf } from "./follow.js";
import { unsend } from "./gone.js";
import { copy, printAs, saveJson } from "./hand-over.js";
import { button, link, waiting } from "./parts.js";
import { result } from "./result.js";
import { entitle, go, page } from "./router.js";
import { failure, steps } from "./steps.js";
import { score } from "./tables.js";
import { language, t, when } from "./text.js";
import { trouble } from "./trouble.js";

const LONG_MILLISECONDS = 20_000; // in the queue; most wait for less than one second

export async function showAnalysis({ main, parts: [id], signal }) {
  const path = `/analyses/${encodeURIComponent(id)}`;
  const heading = h("div.meta");
  const progress = h("div");
  const body = h("div.result", waiting());
  page(main, t("analysis.title"), heading, progress, body);
  let shown = "";
  const kept = { filter: "" }; // by the result, when the final one takes the preliminary one's place

  const restart = once(async () => {
    refill(progress, waiting());
    try {
      await call("POST", `${path}/retry`, { signal });
      await watch();
    } catch (problem) {
      fail(problem, restart);
    }
  });
  const force = once(async () => {
    refill(progress, waiting());
    try {
      const { cvId, jobId } = current;
      const next = await call("POST", "/analyze", { body: { cvId, jobId, force: true }, signal });
      go(`#/analyses/${next.analysisId ?? next.id}`);
    } catch (problem) {
      fail(problem, force);
    }
  });
  const change = async () => {
    const cv = await kept.cv?.catch(() => null);
    again(current, cv?.content ?? "");
    go("#/");
  };
  const cancel = async () => {
    try {
      await call("DELETE", path, { signal });
    } catch (problem) {
      if (problem.status !== 404) return fail(problem, cancel);
    }
    const restored = unsend(id);
    toast(t(restored ? "cancelled" : "cancelled.other"));
    go(restored ? "#/" : "#/history");
  };
  const remove = async () => {
    if (await erase("analyses", id, current ? nameOf(current) : t("analysis.title"))) go("#/history");
  };
  const deletes = () => button(t("delete"), remove, { sign: "remove" });
  const fail = (problem, retry) => {
    if (signal.aborted) return;
    if (!problem.code) throw problem;
    refill(progress, trouble(problem, problem.status !== 404 && retry));
  };

  let current, wasLate;
  const opened = Date.now(); // by this clock: the server's may be another
  const update = (analysis) => {
    current = analysis;
    const stay = placeIn(body);
    const state = `${analysis.status}${analysis.preliminary ?? ""}`;
    const late = analysis.status === "queued" && Date.now() - opened > LONG_MILLISECONDS;
    if (late && !wasLate) announce(t("steps.late"));
    wasLate = late;
    refill(
      progress,
      !ended(analysis) && steps(analysis, cancel, late),
      analysis.status === "failed" && failure(analysis, restart),
    );
    if (state === shown) return;
    shown = state;
    const title = titleOf(analysis);
    // Somebody who waits in another tab sees it end.
    const told =
      analysis.status === "completed" ? score(analysis.overallScore) : t(`status.${analysis.status}`);
    entitle(main, title, told);
    refill(
      heading,
      h(
        "p",
        t("analysis.of", { cv: analysis.cvFilename, date: when(analysis.completedAt ?? analysis.createdAt) }),
      ),
      ended(analysis) && h("p.actions.tools", tools(analysis)),
    );
    refill(body, analysis.overallScore != null && result(analysis, { signal, restart, kept }));
    stay();
    if (analysis.preliminary) announce(t("analysis.first", { score: score(analysis.overallScore) }));
    else if (ended(analysis))
      announce(t(`analysis.${analysis.status}`, { score: score(analysis.overallScore) }));
  };
  const tools = (analysis) => [
    analysis.status === "completed" && [
      button(t("tool.change"), change, { sign: "upload" }),
      button(t("tool.copy"), () => copy(location.href, t("tool.copied")), { sign: "link" }),
      button(t("tool.json"), () => saveJson(analysis, `${nameOf(analysis)}.json`), { sign: "download" }),
      button(t("tool.print"), () => printAs(nameOf(analysis)), { sign: "print" }),
      button(t("tool.again"), force, { sign: "again" }),
    ],
    deletes(),
  ];

  /** What stays the same is told once: a notice made anew is read out anew, and takes the focus with it. */
  let notice, told, goOn;
  const ontrouble = (problem, seconds, retry) => {
    goOn = retry;
    if (notice?.isConnected && told === problem.message) return;
    told = problem.message;
    const asked = () => {
      told = ""; // who asks gets an answer
      goOn();
    };
    const within = progress.contains(document.activeElement);
    notice = h("div", trouble(problem, asked), h("p.hint", t("trouble.again", { count: seconds })));
    if (!current) refill(body);
    refill(progress, notice);
    if (within) notice.querySelector("button").focus();
  };
  const watch = () => follow(id, { signal, onupdate: update, ontrouble });
  const begin = async () => {
    try {
      await watch();
    } catch (problem) {
      refill(body);
      fail(problem, begin);
      if (problem.status === 404)
        progress.append(h("p", t("analysis.elsewhere"), " ", link("#/data", t("nav.data"))));
      if (problem.code === "unreadable_document") progress.append(deletes());
    }
  };
  // So that what is said in another language is not English first.
  if (language !== "en") await import("./said.js").catch(() => {});
  begin();
}

/**
 * Where somebody reads, before the final result takes the preliminary one's place: the heading next to the
 * window's top, and how far the CV's text was scrolled. Returns what leads back there.
 */
function placeIn(body) {
  const textIn = () => body.querySelector(".cv .text");
  const text = textIn();
  const { scrollTop } = text ?? {};
  const focused = text === document.activeElement;
  const top = (heading) => heading.getBoundingClientRect().top;
  const [nearest] = [...body.querySelectorAll("section > h2[id]")]
    .filter((one) => getComputedStyle(one.parentElement).position !== "sticky")
    .sort((one, other) => Math.abs(top(one)) - Math.abs(top(other)));
  const before = nearest && top(nearest);
  const back = () => {
    const [now, own] = [document.getElementById(nearest.id), textIn()];
    if (now) scrollBy({ top: top(now) - before, behavior: "instant" });
    if (!own || !text) return;
    own.scrollTop = scrollTop;
    if (focused) own.focus({ preventScroll: true });
  };
  // Before the next frame the CV's text, which was read before, is there.
  return () => nearest && scrollY > 0 && requestAnimationFrame(back);
}

/** While one run of it is under way, another press asks for nothing: each would be run, and paid for. */
function once(work) {
  let running;
  return () => (running ??= work().finally(() => (running = undefined)));
}
