// How far an analysis is, as the server tells it: queued, with a first result, ended; and what to do if it failed.
import { h } from "./dom.js";
import { button, link } from "./parts.js";
import { t, textOr } from "./text.js";

export function steps(analysis, cancel) {
  const at = analysis.preliminary ? 2 : analysis.status === "processing" ? 1 : 0;
  return h(
    "section.panel.progress",
    { "aria-label": t("steps.title") },
    h(
      "ol.steps",
      ["stored", "compared", "read"].map((step, index) =>
        h(
          index < at ? "li.done" : index === at ? "li.now" : "li",
          { "aria-current": index === at && "step" },
          t(`steps.${step}`),
          h("span.unseen", index < at ? ` (${t("steps.done")})` : ""),
        ),
      ),
    ),
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
