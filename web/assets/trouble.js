// What went wrong, in words, and the way on.
import { h, refill } from "./dom.js";
import { icon } from "./icons.js";
import { button, waiting } from "./parts.js";
import { t } from "./text.js";

/** A notice about a Problem; onretry, if given, becomes a button. */
export function trouble(problem, onretry) {
  return h(
    "div.notice.missing",
    { role: "alert" },
    icon("warning"),
    h(
      "div",
      h("p", problem.message),
      problem.errors?.length > 0 &&
        h("ul", problem.errors.slice(0, 5).map((one) => h("li", { lang: "en" }, `${one.field}: ${one.message}`))),
      problem.status >= 500 && problem.requestId && h("p.hint", t("problem.id", { id: problem.requestId })),
      onretry && button(t("retry"), onretry, { sign: "again" }),
    ),
  );
}

/** Fills a place with what is loaded; until then it says so, and when that fails, it offers another try. */
export async function loadInto(place, signal, work) {
  refill(place, waiting());
  try {
    refill(place, await work());
  } catch (problem) {
    if (signal.aborted) return;
    if (!problem.code) throw problem;
    refill(place, trouble(problem, problem.status !== 404 && (() => loadInto(place, signal, work))));
  }
}
