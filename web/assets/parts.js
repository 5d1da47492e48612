// Small pieces that several views are made of.
import { h, newId } from "./dom.js";
import { icon } from "./icons.js";
import { language, t } from "./text.js";

export const button = (label, onclick, { kind = "plain", sign, ...more } = {}) =>
  h(`button.${kind}`, { type: "button", onclick, ...more }, sign && icon(sign), label);

export const link = (href, label, kind) => h(kind ? `a.${kind}` : "a", { href }, label);

/** Nothing here yet, and what to do about it. */
export const empty = (text, href, label) =>
  h("div.empty", h("p", text), href && h("p", link(href, label, "button")));

/** A choice of a few as radio buttons in a row: options are [value, label]. Under a given name it keeps the focus. */
export function segmented(legend, options, chosen, onchange, name = newId("choice")) {
  return h(
    "fieldset.segmented",
    h("legend.unseen", legend),
    options.map(([value, label]) =>
      h(
        "label",
        h("input", {
          type: "radio",
          name,
          value,
          id: `${name}-${value}`,
          checked: value === chosen,
          onchange: () => onchange(value),
        }),
        h("span", label),
      ),
    ),
  );
}

/** A field with its label above it. */
export function field(label, control, hint) {
  control.id ||= newId("field");
  const hintId = hint && `${control.id}-hint`;
  const described = [control.getAttribute("aria-describedby"), hintId].filter(Boolean);
  if (hint) control.setAttribute("aria-describedby", described.join(" "));
  return h(
    "div.field",
    h("label", { for: control.id }, label),
    control,
    hint && h("p.hint", { id: hintId }, hint),
  );
}

/** options: [value, label]. */
export const select = (options, chosen, onchange) =>
  h(
    "select",
    { onchange: (event) => onchange(event.target.value) },
    options.map(([value, label]) => h("option", { value, selected: value === chosen }, label)),
  );

export const waiting = () => h("p.waiting", h("span.spinner", { "aria-hidden": "true" }), t("loading"));

/** What the API says: in English, and so marked, until it is found to have a sentence in the page's language. */
export function english(selector, sentence) {
  const element = h(selector, { lang: "en" }, sentence);
  if (language !== "en") import("./said.js").then(({ say }) => say(element)).catch(() => {});
  return element;
}
