// Small pieces that several views are made of.
import { h, newId } from "./dom.js";
import { icon } from "./icons.js";
import { number, t, when } from "./text.js";

/** Of the score, in the order in which they are shown. */
export const PARTS = ["skills", "experience", "semantic", "softSkills", "education", "keywords"];

/** Met, partial or missing: a sign and a word, so that colour is not all. */
export const verdict = (value) => h(`span.chip.${value}`, icon(value), t(`verdict.${value}`));

const TONE = { completed: "met", failed: "missing", queued: "plain", processing: "plain" };
export const status = (value) => h(`span.chip.${TONE[value]}`, t(`status.${value}`));

export const score = (value) => (value == null ? "–" : number(value));

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

/** What a select offers of stored documents; those of the same name are told apart by when they were stored. */
export function options(items, name) {
  const names = items.map((one) => one[name] ?? t("job.untitled"));
  const several = (text) => names.indexOf(text) !== names.lastIndexOf(text);
  return items.map((one, index) => [
    one.id,
    several(names[index]) ? `${names[index]} · ${when(one.createdAt)}` : names[index],
  ]);
}

/** options: [value, label]. */
export const select = (options, chosen, onchange) =>
  h(
    "select",
    { onchange: (event) => onchange(event.target.value) },
    options.map(([value, label]) => h("option", { value, selected: value === chosen }, label)),
  );

/** A table that a narrow screen can scroll sideways. heads: [text, class]; "check" is a narrow one. */
export const table = (caption, heads, rows) =>
  h(
    "div.scroll",
    { tabindex: 0, role: "group", "aria-label": caption },
    h(
      "table",
      h("caption.unseen", caption),
      h(
        "thead",
        h(
          "tr",
          heads.map(([head, kind]) =>
            h("th", { scope: "col", class: kind }, kind === "check" ? h("span.unseen", head) : head),
          ),
        ),
      ),
      h("tbody", rows),
    ),
  );

export const waiting = () => h("p.waiting", h("span.spinner", { "aria-hidden": "true" }), t("loading"));
