// Deleting one document, after a question.
import { toast } from "./announce.js";
import { call } from "./api.js";
import { confirmed } from "./dialog.js";
import { h } from "./dom.js";
import { withdraw } from "./gone.js";
import { icon } from "./icons.js";
import { t } from "./text.js";

/** kind: analyses, cvs or jobs. A CV or posting takes its analyses with it. Resolves to whether it is gone. */
export async function erase(kind, id, name) {
  const question = [h("strong", { lang: "" }, name), h("br"), t(`delete.${kind}`)];
  if (!(await confirmed(t("delete.title"), question, t("delete")))) return false;
  try {
    await call("DELETE", `/${kind}/${encodeURIComponent(id)}${kind === "analyses" ? "" : "?cascade=true"}`);
  } catch (problem) {
    if (problem.status !== 404) {
      toast(problem.message);
      return false;
    }
  }
  withdraw(id);
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
