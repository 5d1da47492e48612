// How far an analysis is, as the server tells it: queued, with a first result, ended; and what to do if it failed.
import { h } from "./dom.js";
import { button, link } from "./parts.js";
import { t, textOr } from "./text.js";

/** late: it has been queued for so long that this needs a word. */
export function steps(analysis, cancel, late) {
  const at = analysis.preliminary ? 2 : analysis.status === "processing" ? 1 : 0;
  return h(
    "section.panel.progress",
    { "aria-label": t("steps.title") },
    h(
      "ol.steps",
      // Whether there is a closer reading is known when it begins.
      ["stored", "compared", "read"].slice(0, Math.max(2, at + 1)).map((step, index) =>
        h(
          index < at ? "li.done" : index === at ? "li.now" : "li",
          { "aria-current": index === at && "step" },
          t(`steps.${step}`),
          h("span.unseen", index < at ? ` (${t("steps.done")})` : ""),
        ),
      ),
    ),
    late && h("p", t("steps.late")),
    h("p.hint", t("steps.leave")),
    button(t("steps.cancel"), cancel, { id: "cancel" }),
  );
}

export function failure({ error }, restart) {
  return h(
    "div.notice.missing",
    { role: "alert" },
    h(
      "div",
      h("p", t("failed.title"), " ", textOr(`failed.${error.code}`, error.message)),
      error.retryable ? button(t("retry"), restart, { sign: "again" }) : link("#/", t("nav.new")),
    ),
  );
}
