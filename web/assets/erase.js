// Deleting documents, after a question: one that is shown, or those that a list cannot show.
import { toast } from "./announce.js";
import { call } from "./api.js";
import { confirmed } from "./dialog.js";
import { h } from "./dom.js";
import { withdraw } from "./gone.js";
import { icon } from "./icons.js";
import { button } from "./parts.js";
import { t } from "./text.js";

/** kind: analyses, cvs or jobs. A CV or posting takes its analyses with it. Resolves to whether it is gone. */
export const erase = (kind, id, name) =>
  eraseAll(kind, [id], [h("strong", { lang: "" }, name), h("br"), t(`delete.${kind}`)]);

async function eraseAll(kind, ids, question) {
  if (!(await confirmed(t("delete.title"), question, t("delete")))) return false;
  for (const id of ids) {
    try {
      await call("DELETE", `/${kind}/${encodeURIComponent(id)}${kind === "analyses" ? "" : "?cascade=true"}`);
    } catch (problem) {
      if (problem.status !== 404) {
        toast(problem.message);
        return false;
      }
    }
    withdraw(id);
  }
  toast(t("deleted"));
  return true;
}

export const eraser = (kind, id, name, gone) =>
  h(
    "button.quiet",
    {
      type: "button",
      "aria-label": `${t("delete")}: ${name}`,
      onclick: async () => (await erase(kind, id, name)) && gone(),
    },
    icon("remove"),
  );

/** What a list holds and cannot show has no name; gone(): it was deleted. */
export const unreadable = (kind, ids, gone) =>
  h(
    "div.notice.partial",
    { role: "group", "aria-label": t("warnings.title") },
    icon("warning"),
    h(
      "div",
      h("p", t("unreadable", { count: ids.length })),
      h(
        "p.actions",
        button(
          t("unreadable.delete"),
          async () => (await eraseAll(kind, ids, t(`unreadable.${kind}`))) && gone(),
          { id: "unreadable", sign: "remove" },
        ),
      ),
    ),
  );
