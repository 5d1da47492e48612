// What is typed on "New analysis". It outlives a reload, a visit to another view, and a cancelled analysis.
import { load, save } from "./storage.js";

export const emptyPosting = () => ({ mode: "text", text: "", url: "", id: "" });
const fresh = (cv, jobs = []) => ({ cv, jobs: jobs.length ? jobs : [emptyPosting()] });

export const draft = () => load("draft") ?? fresh({ mode: "file", text: "", name: "", id: "", file: null });
export const keep = (value) => save("draft", value);

/**
 * The analyses were accepted: the CV is stored now and may be used again, the postings are done with; the refused ones
 * are there to be mended. ids: with commas between them.
 */
export function sent(value, cvId, ids, refused) {
  const byFile = value.cv.mode === "file";
  const next = fresh(byFile ? value.cv : { ...value.cv, mode: "stored", id: cvId }, refused);
  save("sent", { ids, before: value, next });
  save("draft", next);
}

/**
 * The analysis was cancelled: everything is as it was before it was sent. Not if it was not the last one to be sent, or
 * if something new was begun since: that stays. Returns whether.
 */
export function unsend(id) {
  const { ids, before, next } = load("sent", {});
  if (!ids?.includes(id) || JSON.stringify(draft()) !== JSON.stringify(next)) return false;
  save("draft", before);
  return true;
}

/** A document was deleted: no draft may refer to it. */
export function withdraw(id) {
  const value = draft();
  if (value.cv.id === id) value.cv.id = "";
  if (value.cv.file?.id === id) value.cv.file = null;
  for (const job of value.jobs) if (job.id === id) job.id = "";
  keep(value);
}
