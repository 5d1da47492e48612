// A result from top to bottom: the score and its parts, what to do, the requirements beside the CV, details.
import { arithmetic } from "./arithmetic.js";
import { call } from "./api.js";
import { cvText } from "./cv-text.js";
import { h, refill } from "./dom.js";
import { gauge } from "./gauge.js";
import { icon } from "./icons.js";
import { button, english, waiting } from "./parts.js";
import { requirements } from "./requirements.js";
import { advice } from "./advice.js";
import { PARTS } from "./tables.js";
import { language, number, t, textOr } from "./text.js";
import { trouble } from "./trouble.js";

export function result(analysis, { signal, restart, kept }) {
  const text = h("div.cv-text", waiting());
  const shown = loadText(analysis, text, signal, kept);
  return [
    analysis.preliminary && h("p.notice.partial", icon("partial"), h("span", t("analysis.preliminary"))),
    h(
      "section.panel.summary",
      { "aria-label": t("summary.title") },
      gauge(analysis),
      h("div", bars(analysis), arithmetic(analysis)),
    ),
    (analysis.warnings.length > 0 || analysis.degraded) && warnings(analysis, restart),
    language !== "en" && h("p.hint.foreign", t("advice.language")),
    analysis.recommendations.length > 0 && advice(analysis.recommendations),
    h(
      "div.pair",
      sentences("strengths", "met", analysis.strengths),
      sentences("gaps", "missing", together(analysis.gaps)),
    ),
    h(
      "div.evidence",
      requirements(analysis, kept, (quote, from) => shown.then((highlight) => highlight?.(quote, from))),
      h(
        "section.panel.cv",
        { "aria-labelledby": "cv-title" },
        h("h2", { id: "cv-title", tabindex: -1 }, analysis.cvFilename),
        text,
      ),
    ),
    checks(analysis.cvChecks),
    engine(analysis),
  ];
}

/** Resolves to the function that highlights a quote, or to nothing when the CV cannot be read. */
async function loadText(analysis, place, signal, kept) {
  try {
    kept.cv ??= call("GET", `/cvs/${encodeURIComponent(analysis.cvId)}`, { signal });
    const { content } = await kept.cv;
    const { element, highlight } = cvText(
      content,
      analysis.skillMatches.flatMap((one) => one.evidence),
    );
    refill(place, element);
    return highlight;
  } catch (problem) {
    kept.cv = undefined;
    if (signal.aborted) return null;
    refill(place, problem.status === 404 ? h("p", t("cv.gone")) : trouble(problem));
    return null;
  }
}

const bars = ({ subscores, weights }) =>
  h(
    "dl.bars",
    PARTS.filter((part) => subscores[part] != null).map((part) =>
      h(
        "div",
        h("dt", t(`part.${part}`), !weights[part] && h("span.hint", t("part.uncounted"))),
        h(
          "dd",
          h("span.level", { "--value": `${subscores[part]}%`, "aria-hidden": "true" }),
          number(subscores[part]),
        ),
      ),
    ),
  );

/** The server's sentence about a model without an answer, known by its code: the page has one of its own. */
const ABOUT_MODEL = /\(model_\w+\)/;

const warnings = (analysis, restart) =>
  h(
    "div.notice.partial",
    { role: "group", "aria-label": t("warnings.title") },
    icon("warning"),
    h(
      "div",
      analysis.degraded && h("p", t("warnings.degraded")),
      h(
        "ul",
        analysis.warnings.filter((one) => !ABOUT_MODEL.test(one)).map((one) => english("li", one)),
      ),
      analysis.degraded && !analysis.preliminary && button(t("tool.deepen"), restart, { sign: "again" }),
    ),
  );

/** How the server says of one requirement that the CV does not show it. Several are told in one sentence. */
const UNSHOWN = ": asked for, and the CV does not show it.";

function together(gaps) {
  const unshown = gaps.filter((one) => one.endsWith(UNSHOWN));
  if (unshown.length < 2) return gaps;
  const names = unshown.map((one) => one.slice(0, -UNSHOWN.length)).join(", ");
  return gaps
    .filter((one) => one === unshown[0] || !unshown.includes(one))
    .map((one) => (one === unshown[0] ? `Asked for, and the CV does not show: ${names}.` : one));
}

const sentences = (kind, sign, texts) =>
  h(
    "section.panel",
    { "aria-labelledby": kind },
    h("h2", { id: kind }, t(`${kind}.title`)),
    texts.length
      ? h(
          `ul.said.${sign}`,
          texts.map((one) => h("li", icon(sign), english("span", one))),
        )
      : h("p.hint", t(`${kind}.none`)),
  );

/** What is to be looked at; the rest is folded. */
function checks(found) {
  const [passed, failed] = [true, false].map((value) => found.filter((one) => one.passed === value));
  const fine = h("span.chip.met", icon("met"), t("checks.passed"));
  return h(
    "section.panel",
    { "aria-labelledby": "checks" },
    h("h2", { id: "checks" }, t("checks.title")),
    failed.length > 0 && h("ul.checks", failed.map(check)),
    passed.length > 0 &&
      h(
        "details",
        { id: "passed" },
        h("summary", h("h3", fine, ` ${passed.length}`)),
        h("ul.checks", passed.map(check)),
      ),
  );
}

const check = ({ check: name, passed, detail }) =>
  h(
    "li",
    !passed && h("span.chip.partial", icon("warning"), t("checks.look")),
    h("span", h("strong", textOr(`check.${name}`, name)), " ", english("span", detail)),
  );

function engine({ engine: made, processingSeconds, attempts }) {
  const facts = [
    ["mode", t(`engine.${made.mode}`)],
    ["model", made.model],
    [
      "tokens",
      made.inputTokens && t("engine.tokensValue", { input: made.inputTokens, output: made.outputTokens }),
    ],
    ["seconds", processingSeconds != null && t("seconds", { count: processingSeconds })],
    ["attempts", attempts],
    ["dropped", made.model && made.droppedQuotes],
    ["version", [made.version, made.promptVersion].filter(Boolean).join(" / ")],
  ];
  return h(
    "details.panel.engine",
    { id: "engine" },
    h("summary", t("engine.title")),
    h(
      "dl.facts",
      facts
        .filter(([, value]) => value || value === 0)
        .map(([name, value]) => h("div", h("dt", t(`engine.${name}`)), h("dd", value))),
    ),
  );
}
