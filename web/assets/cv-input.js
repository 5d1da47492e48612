// The CV of a new analysis: a file, a text, or one that is stored.
import { announce } from "./announce.js";
import { call, upload } from "./api.js";
import { h, newId, refill } from "./dom.js";
import { icon } from "./icons.js";
import { button, empty, field, link, segmented, select, waiting } from "./parts.js";
import { size, t, when } from "./text.js";
import { trouble } from "./trouble.js";

const FILE_BYTES = 5 * 1_048_576;
const TEXT_BYTES = 100 * 1024;
const TYPES = [".pdf", ".docx", ".md", ".txt"];

/** {element, check(), focus(), body()}; value is the draft's part and is kept up to date. */
export function cvInput(value, { signal, changed }) {
  const place = h("div.choice");
  const mistake = h("p.error", { id: newId("cv-error") });
  let sending = null;
  let focusOn = () => {};

  const modes = [
    ["file", t("cv.file")],
    ["text", t("cv.text")],
    ["stored", t("cv.stored")],
  ];
  const draw = () => {
    mistake.textContent = "";
    ({ file: drawFile, text: drawText, stored: drawStored })[value.mode]();
  };

  function drawFile(problem) {
    const input = h("input", {
      type: "file",
      id: "cv-file",
      accept: TYPES.join(","),
      "aria-describedby": mistake.id,
      onchange: () => take(input.files[0]),
    });
    focusOn = () => input.focus();
    refill(
      place,
      value.file && value.id && fileCard(),
      h(
        "div.drop",
        !value.id && [icon("upload"), h("strong", t("cv.drop"))],
        input,
        h("label.button", { for: "cv-file" }, t(value.id ? "cv.another" : "cv.browse")),
        h("p.hint", t("cv.types")),
      ),
      problem,
    );
  }

  const fileCard = () =>
    h(
      "div.file",
      h("p", h("strong", value.file.filename)),
      h("p.hint", t("cv.read", { count: value.file.characterCount, size: size(value.file.fileSize) })),
      value.file.warnings.map((one) => h("p.hint", { lang: "en" }, one)),
      h(
        "p.actions",
        link(`#/history/cvs/${value.id}`, t("cv.show")),
        button(
          t("cv.detach"),
          () => {
            Object.assign(value, { id: "", file: null });
            changed();
            drawFile();
            focusOn();
          },
          { kind: "quiet" },
        ),
      ),
    );

  async function take(file) {
    if (!file) return;
    mistake.textContent = "";
    const fault = faultOf(file);
    if (fault) {
      mistake.textContent = fault;
      return announce(fault);
    }
    sending?.abort();
    sending = new AbortController();
    const stop = AbortSignal.any([signal, sending.signal]);
    const bar = h("progress", { max: 1, value: 0, "aria-label": t("cv.sending", { name: file.name }) });
    const told = h("span", t("cv.sending", { name: file.name }));
    refill(
      place,
      h("div.file", h("p", told), bar, button(t("cancel"), () => sending.abort(), { kind: "quiet" })),
    );
    announce(told.textContent);
    try {
      const onprogress = (part) => {
        bar.value = part;
        if (part === 1) told.textContent = t("cv.reading", { name: file.name });
      };
      const stored = await upload(file, { signal: stop, onprogress });
      Object.assign(value, { id: stored.id, file: stored });
      changed();
      drawFile();
      announce(t("cv.taken", { name: stored.filename, count: stored.characterCount }));
    } catch (problem) {
      if (signal.aborted) return;
      drawFile(stop.aborted ? null : trouble(problem, problem.passing && (() => take(file))));
    }
  }

  function drawText() {
    const name = h("input", { value: value.name, maxlength: 120, autocomplete: "off", oninput: () => note("name", name) });
    const text = h("textarea", {
      value: value.text,
      rows: 11,
      spellcheck: "false",
      "aria-describedby": mistake.id,
      oninput: () => note("text", text),
    });
    focusOn = () => text.focus();
    refill(place, field(t("cv.paste"), text), field(t("cv.name"), name, t("cv.name.hint")));
  }

  const note = (key, control) => {
    value[key] = control.value;
    mistake.textContent = "";
    changed();
  };

  async function drawStored() {
    refill(place, waiting());
    focusOn = () => place.querySelector("select, button, a")?.focus();
    try {
      const { items } = await call("GET", "/cvs?limit=50", { signal });
      if (value.mode !== "stored") return;
      if (!items.length) return refill(place, empty(t("cv.none")));
      const options = items.map((one) => [one.id, `${one.filename} · ${when(one.createdAt)}`]);
      if (!items.some((one) => one.id === value.id)) value.id = items[0].id;
      refill(place, field(t("cv.choose"), select(options, value.id, (id) => ((value.id = id), changed()))));
      changed();
    } catch (problem) {
      if (!signal.aborted) refill(place, trouble(problem, drawStored));
    }
  }

  const lack = () => {
    if (value.mode !== "text") return value.id ? "" : t(value.mode === "file" ? "cv.missing" : "cv.none");
    if (!value.text.trim()) return t("cv.empty");
    const bytes = byteLength(value.text);
    return bytes > TEXT_BYTES ? t("text.long", { size: size(bytes), most: size(TEXT_BYTES) }) : "";
  };

  const choose = segmented(t("cv.how"), modes, value.mode, (mode) => {
    value.mode = mode;
    changed();
    draw();
  });
  const element = h(
    "section.panel",
    { "aria-labelledby": "cv-heading" },
    h("h2", { id: "cv-heading" }, t("new.cv")),
    choose,
    place,
    mistake,
  );
  takeDrops(element, (file) => {
    if (value.mode !== "file") choose.querySelector("[value=file]").click();
    take(file);
  });
  draw();
  return {
    element,
    focus: () => focusOn(),
    check: () => !(mistake.textContent = lack()),
    body: () =>
      value.mode === "text"
        ? { cv: { filename: value.name.trim() || nameFrom(value.text), content: value.text } }
        : { cvId: value.id },
  };
}

/** What is wrong with a file before it is sent; the server looks again. */
function faultOf(file) {
  if (!TYPES.some((type) => file.name.toLowerCase().endsWith(type))) return t("cv.wrong", { name: file.name });
  if (file.size > FILE_BYTES) return t("cv.large", { size: size(file.size), most: size(FILE_BYTES) });
  return file.size ? "" : t("cv.hollow", { name: file.name });
}

/** A pasted CV is called what its first line says. */
function nameFrom(text) {
  const line = text.split("\n").find((one) => one.trim()) ?? "";
  return line.replace(/[\u0000-\u001f\u007f#*]/g, " ").trim().slice(0, 60) || t("cv.pasted");
}

export const byteLength = (text) => new TextEncoder().encode(text).length;

function takeDrops(element, take) {
  const drag = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    element.classList.toggle("dragging", event.type === "dragover");
    if (event.type === "drop") take(event.dataTransfer.files[0]);
  };
  for (const type of ["dragover", "dragleave", "drop"]) element.addEventListener(type, drag);
}
