// The CV as a file: chosen or dropped, looked at, sent with its progress, and shown as what was read of it.
import { announce } from "./announce.js";
import { upload } from "./api.js";
import { h, refill } from "./dom.js";
import { icon } from "./icons.js";
import { button, english, link } from "./parts.js";
import { size, t } from "./text.js";
import { trouble } from "./trouble.js";

const FILE_BYTES = 5 * 1_048_576;
export const TYPES = [".pdf", ".docx", ".md", ".txt"];

/** {draw(), take(files), stop(), busy()}. What was stored of the file becomes value.file. */
export function cvFile(value, { place, mistake, signal, changed }) {
  let sending = null;
  const input = h("input", {
    type: "file",
    id: "cv-file",
    accept: TYPES.join(","),
    "aria-describedby": mistake.id,
    onchange: () => take(input.files),
  });

  /** What is drawn anew keeps the focus within, if it is there: on the control that goes on. */
  const fill = (control, ...children) => {
    const within = place.contains(document.activeElement);
    refill(place, ...children);
    if (within) control.focus();
  };

  const draw = (problem) => {
    input.value = ""; // so that the same file can be chosen again
    fill(
      input,
      value.file && card(),
      h(
        "div.drop",
        !value.file && [icon("upload"), h("strong", t("cv.drop"))],
        input,
        h("label.button", { for: input.id }, t(value.file ? "cv.another" : "cv.browse")),
        h("p.hint", t("cv.types")),
      ),
      problem,
    );
  };

  const card = () =>
    h(
      "div.file",
      h("p", h("strong", value.file.filename)),
      h("p.hint", t("cv.read", { count: value.file.characterCount, size: size(value.file.fileSize) })),
      value.file.warnings.map((one) => english("p.hint", one)),
      h(
        "p.actions",
        link(`#/history/cvs/${value.file.id}`, t("cv.show")),
        button(t("cv.detach"), () => drop(), { kind: "quiet" }),
      ),
    );

  /** Also when another one was chosen and not taken: what is analysed is never a file that was to be replaced. */
  const drop = (problem) => {
    value.file = null;
    changed();
    draw(problem);
  };

  async function take([file, ...others]) {
    if (!file) return;
    const fault = others.length ? t("cv.several") : faultOf(file);
    mistake.textContent = fault;
    input.setAttribute("aria-invalid", Boolean(fault));
    if (fault) {
      drop();
      return announce(fault);
    }
    sending?.abort();
    const mine = (sending = new AbortController());
    signal.addEventListener("abort", () => mine.abort());
    const onprogress = sendingBar(file.name, mine);
    try {
      value.file = await upload(file, { signal: mine.signal, onprogress });
      changed();
      draw();
      announce(t("cv.taken", { name: value.file.filename, count: value.file.characterCount }));
    } catch (problem) {
      if (mine.signal.aborted) return;
      drop(trouble(problem, problem.passing && (() => take([file]))));
    } finally {
      if (sending === mine) sending = null;
      if (mistake.textContent === t("cv.unread")) mistake.textContent = ""; // said while it was being read
    }
  }

  /** Shows the progress in the place; returns what takes it, from 0 to 1. */
  const sendingBar = (name, mine) => {
    const bar = h("progress", { max: 1, value: 0, "aria-label": t("cv.sending", { name }) });
    const told = h("p", t("cv.sending", { name }));
    const cancel = () => {
      mine.abort();
      draw();
    };
    const stop = button(t("cancel"), cancel, { kind: "quiet" });
    fill(stop, h("div.file", told, bar, stop));
    announce(told.textContent);
    return (part) => {
      bar.value = part;
      if (part === 1) told.textContent = t("cv.reading", { name });
    };
  };

  return { draw, take, stop: () => sending?.abort(), busy: () => sending !== null };
}

/** What is wrong with a file before it is sent; the server looks again. */
export function faultOf(file) {
  if (!TYPES.some((type) => file.name.toLowerCase().endsWith(type)))
    return t("cv.wrong", { name: file.name });
  if (file.size > FILE_BYTES) return t("cv.large", { size: size(file.size), most: size(FILE_BYTES) });
  return file.size ? "" : t("cv.hollow", { name: file.name });
}
