// What is typed on "New analysis". It outlives a reload, a visit to another view, and a cancelled analysis.
import { load, save } from "./storage.js";

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
