// The CV of a new analysis: a file, a text, or one that is stored.
import { announce } from "./announce.js";
import { callAll } from "./api.js";
import { cvFile } from "./cv-file.js";
import { h, newId, refill } from "./dom.js";
import { empty, field, segmented, select, waiting } from "./parts.js";
import { inLine, size, t, when } from "./text.js";
import { trouble } from "./trouble.js";

const TEXT_BYTES = 100 * 1024;

/** {element, check(), focus(), body()}; value is the draft's part and is kept up to date. */
export function cvInput(value, { signal, changed }) {
  const place = h("div.choice");
  const mistake = h("p.error", { id: newId("cv-error") });
  const file = cvFile(value, { place, mistake, signal, changed });

  const drawText = () => {
    const name = h("input", {
      value: value.name,
      maxlength: 120,
      autocomplete: "off",
      oninput: () => note("name", name),
    });
    const text = h("textarea", {
      value: value.text,
      rows: 11,
      spellcheck: "false",
      "aria-describedby": mistake.id,
      oninput: () => note("text", text),
    });
    refill(place, field(t("cv.paste"), text), field(t("cv.name"), name, t("cv.name.hint")));
  };
  const control = () => place.querySelector("input, textarea, select");
  const note = (key, { value: typed }) => {
    value[key] = typed;
    if (key === "text") value.textOf = null; // of no stored one any more
    flag(control(), mistake, "");
    changed();
  };

  const drawStored = () =>
    drawChoice(place, value, {
      kind: "cv",
      load: () => callAll("/cvs", { signal }),
      nameOf: (one) => one.filename,
      signal,
      changed,
    });

  const ways = { file: file.draw, text: drawText, stored: drawStored };
  const choose = segmented(
    t("cv.how"),
    Object.keys(ways).map((mode) => [mode, t(`cv.${mode}`)]),
    value.mode,
    (mode) => {
      value.mode = mode;
      file.stop();
      mistake.textContent = "";
      changed();
      ways[mode]();
    },
  );
  const element = h(
    "section.panel",
    { "aria-labelledby": "cv-heading" },
    h("h2", { id: "cv-heading" }, t("new.cv")),
    choose,
    mistake,
    place,
  );
  takeDrops(element, signal, (dropped) => {
    if (value.mode !== "file") choose.querySelector("[value=file]").click();
    file.take(dropped);
  });
  ways[value.mode]();

  const lack = () => {
    if (value.mode === "file" && file.busy()) return t("cv.unread");
    if (value.mode === "file") return value.file ? "" : t("cv.missing");
    if (value.mode === "stored") return value.id ? "" : t("cv.none");
    return textFault(value.text, TEXT_BYTES, t("cv.empty"));
  };
  const body = () => {
    if (value.mode === "file") return { cvId: value.file.id };
    if (value.mode === "stored") return { cvId: value.id };
    return { cv: { filename: value.name.trim() || nameFrom(value.text), content: plain(value.text) } };
  };
  return {
    element,
    body,
    focus: () => focusWith(mistake, control() ?? choose.querySelector(":checked")),
    check: () => flag(control(), mistake, lack()),
    gone: () => {
      value.file = null;
      value.id = "";
      changed();
      ways[value.mode]();
      mistake.textContent = t("cv.deleted");
      announce(mistake.textContent);
    },
  };
}

/** Fills a place with a choice among what is stored. kind: cv or job; load() resolves to the documents. */
export async function drawChoice(place, value, options) {
  const { kind, load, nameOf, signal, changed } = options;
  refill(place, waiting());
  let items;
  try {
    items = await load();
  } catch (problem) {
    if (!signal.aborted && value.mode === "stored")
      refill(place, trouble(problem, () => drawChoice(place, value, options)));
    return;
  }
  if (value.mode !== "stored") return;
  if (!items.length) return refill(place, empty(t(`${kind}.none`)));
  if (!items.some((one) => one.id === value.id)) {
    value.id = items[0].id;
    changed();
  }
  const named = items.map((one) => [one.id, inLine(nameOf(one), when(one.createdAt))]);
  const choose = (id) => ((value.id = id), changed());
  refill(place, field(t(`${kind}.choose`), select(named, value.id, choose)));
}

/** Says beside a control what is wrong with it, "" for nothing; returns whether that is so. */
export function flag(control, mistake, fault) {
  mistake.textContent = fault;
  control?.setAttribute("aria-invalid", Boolean(fault));
  return !fault;
}

/** Focuses what is to be mended, what is wrong with it being seen above. */
export function focusWith(mistake, control) {
  control.focus();
  mistake.scrollIntoView({ block: "nearest" });
}

/** What is wrong with a typed text: the sentence for an empty one, or one about its size; "" if nothing is. */
export function textFault(text, mostBytes, missing) {
  if (!text.trim()) return missing;
  const bytes = new TextEncoder().encode(text).length;
  return bytes > mostBytes ? t("text.long", { size: size(bytes), most: size(mostBytes) }) : "";
}

/** Without what a paste may bring and no text holds: NUL, and half of a character. */
export const plain = (text) => text.replace(/[\0\p{Cs}]/gu, "");

/** A pasted CV is called what its first line says. */
function nameFrom(text) {
  const line = plain(text).split("\n").find((one) => one.trim()) ?? "";
  const name = line.replace(/[\u0000-\u001f\u007f#*]/g, " ").trim();
  // By code points: half an emoji is no text to the server.
  return [...name].slice(0, 60).join("") || t("cv.pasted");
}

/** Files that are dropped on an element are given to take(files), until the view is left. */
export function takeDrops(element, signal, take) {
  const drag = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    element.classList.toggle("dragging", event.type === "dragover");
    if (event.type === "drop") take(event.dataTransfer.files);
  };
  for (const type of ["dragover", "dragleave", "drop"]) element.addEventListener(type, drag, { signal });
  // Beside the place for it a file would be opened instead of the page.
  const keep = (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
  for (const type of ["dragover", "drop"]) addEventListener(type, keep, { signal });
}
