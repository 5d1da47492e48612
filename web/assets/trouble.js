// What went wrong, in words, and the way on.
import { h, refill } from "./dom.js";
import { icon } from "./icons.js";
import { button, english, waiting } from "./parts.js";
import { t, when } from "./text.js";

/** Of what was given: of these the API's own sentence says what exactly is wrong. */
const OF_WHAT_WAS_GIVEN = [413, 415, 422];

/** A notice about a Problem; onretry, if given, becomes a button. */
export function trouble(problem, onretry) {
  return h(
    "div.notice.missing",
    { role: "alert" },
    icon("warning"),
    h(
      "div",
      h("p", problem.message),
      OF_WHAT_WAS_GIVEN.includes(problem.status) &&
        problem.detail !== problem.message &&
        english("p.hint", problem.detail),
      problem.code === "invalid_request" &&
        h(
          "ul",
          problem.errors.slice(0, 5).map((one) => h("li", { lang: "en" }, `${one.field}: ${one.message}`)),
        ),
      problem.code === "too_many_requests" &&
        problem.retryAfter &&
        h("p.hint", t("problem.again", { date: when(Date.now() + problem.retryAfter * 1000) })),
      problem.status >= 500 && problem.requestId && h("p.hint", t("problem.id", { id: problem.requestId })),
      onretry && button(t("retry"), onretry, { sign: "again" }),
    ),
  );
}

const latest = new WeakMap();

/**
 * Fills a place with what is loaded; until then it says so, or keeps what it held, and when that fails it offers
 * another try. Of several at once for the same place the last one counts.
 */
export async function loadInto(place, signal, work) {
  const turn = {};
  latest.set(place, turn);
  const stale = () => signal.aborted || latest.get(place) !== turn;
  if (!place.firstChild) refill(place, waiting());
  place.setAttribute("aria-busy", "true");
  let content;
  try {
    content = await work();
  } catch (problem) {
    if (stale()) return;
    if (!problem.code) throw problem;
    content = trouble(problem, problem.status !== 404 && (() => loadInto(place, signal, work)));
  }
  if (stale()) return;
  const focused = place.contains(document.activeElement);
  refill(place, [content].flat());
  place.removeAttribute("aria-busy");
  // What had the focus may be gone, or be disabled: then the list itself has it, or another try, or the view.
  if (focused && !place.contains(document.activeElement))
    (place.querySelector(".scroll, .notice button") ?? document.querySelector("main h1")).focus();
}
