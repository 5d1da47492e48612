// What is typed on "New analysis". It outlives a reload, a visit to another view, and a cancelled analysis.
import { load, save } from "./storage.js";

export const emptyPosting = () => ({ mode: "text", text: "", url: "", id: "" });
const fresh = (cv) => ({ cv, jobs: [emptyPosting()] });

export const draft = () => load("draft") ?? fresh({ mode: "file", text: "", name: "", id: "", file: null });
export const keep = (value) => save("draft", value);

/** The analyses were accepted: the CV is stored now and may be used again, the postings are done with. */
export function sent(value, cvId) {
  save("sent", value);
  const byFile = value.cv.mode === "file";
  save("draft", fresh(byFile ? value.cv : { ...value.cv, mode: "stored", id: cvId }));
}

/** The analysis was cancelled: everything is as it was before it was sent. */
export const unsend = () => save("draft", load("sent") ?? draft());

/** A document was deleted: no draft may refer to it. */
export function withdraw(id) {
  const value = draft();
  if (value.cv.id === id) value.cv.id = "";
  if (value.cv.file?.id === id) value.cv.file = null;
  for (const job of value.jobs) if (job.id === id) job.id = "";
  keep(value);
}
