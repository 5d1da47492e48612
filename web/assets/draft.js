// What is typed on "New analysis". It outlives a reload, a visit to another view, and a cancelled analysis.
import { load, save } from "./storage.js";

export const MOST_POSTINGS = 20;
export const emptyPosting = () => ({ mode: "text", text: "", url: "", id: "" });
const fresh = (cv, jobs = []) => ({ cv, jobs: jobs.length ? jobs : [emptyPosting()] });

export const draft = () => load("draft") ?? fresh({ mode: "file", text: "", name: "", id: "", file: null });
export const keep = (value) => save("draft", value);

/**
 * What was sent last, as it was, if isIt(ids): for whoever cancels it, or comes back to it. Nothing if something new was
 * begun since: that stays.
 */
export function asSent(isIt) {
  const { ids, before, next } = load("sent", {});
  return ids && isIt(ids) && JSON.stringify(draft()) === JSON.stringify(next) ? before : null;
}

/**
 * Begins another analysis: the CV of this one, to be changed, against its posting. What was typed of others and not sent
 * yet stays behind it. text: of the CV, "" if it is gone.
 */
export function again({ cvFilename, cvId, jobId }, text) {
  const typed = draft().jobs.filter((job) => job.text.trim() || job.url.trim());
  const mode = /\.(pdf|docx)$/i.test(cvFilename) || !text ? "file" : "text";
  const cv = { mode, text, textOf: cvId, name: cvFilename, id: "", file: null };
  keep(fresh(cv, [{ ...emptyPosting(), mode: "stored", id: jobId }, ...typed].slice(0, MOST_POSTINGS)));
}

/** Where what was sent last is shown; "" if nothing was, or it is gone. */
export const lastSent = () => {
  const { ids = "" } = load("sent", {});
  return ids && (ids.includes(",") ? `#/batch/${ids}` : `#/analyses/${ids}`);
};

/**
 * The analyses were accepted: the CV is stored now and may be used again, the postings are done with; the refused ones
 * are there to be mended. ids: with commas between them.
 */
export function sent(value, cvId, ids, refused) {
  const byFile = value.cv.mode === "file";
  const { cv } = value;
  const stored = { ...cv, mode: "stored", id: cvId, textOf: cv.mode === "text" ? cvId : cv.textOf };
  const next = fresh(byFile ? cv : stored, refused);
  save("sent", { ids, before: value, next });
  save("draft", next);
}
