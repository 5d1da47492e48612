// A question before something that cannot be undone. The browser's own dialog keeps focus and Escape right.
import { h, newId } from "./dom.js";
import { button } from "./parts.js";
import { t } from "./text.js";

/** Resolves to true when confirmed. text: or what else a paragraph holds. word: has to be typed first. */
export function confirmed(title, text, action, word) {
  return new Promise((resolve) => {
    const id = newId("dialog");
    const typed = word && h("input", { id: `${id}-word`, autocomplete: "off", spellcheck: "false" });
    const mistake = h("p.error", { role: "alert" });
    const confirm = (event) => {
      event.preventDefault();
      if (word && typed.value.trim() !== word) {
        mistake.textContent = t("confirm.mistyped", { word });
        typed.focus();
        return;
      }
      dialog.close("yes");
    };
    const dialog = h(
      "dialog",
      { "aria-labelledby": id, onclose: () => (dialog.remove(), resolve(dialog.returnValue === "yes")) },
      h(
        "form",
        { onsubmit: confirm },
        h("h2", { id }, title),
        h("p", text),
        word && [h("label", { for: `${id}-word` }, t("confirm.type", { word })), typed, mistake],
        h(
          "div.actions",
          button(t("cancel"), () => dialog.close()),
          h("button.danger", action),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
