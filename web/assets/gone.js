// The draft when something is gone that it came to, or refers to: an analysis cancelled, a document deleted.
import { asSent, draft, keep } from "./draft.js";
import { forget, load } from "./storage.js";

/** The analysis was cancelled: everything is as it was before it was sent, if it was the last one. Returns whether. */
export function unsend(id) {
  const before = asSent((ids) => ids.includes(id));
  if (before) keep(before);
  forgetSent(id);
  return Boolean(before);
}

/** What was sent last, if it came to this analysis, or may hold this document. */
function forgetSent(id) {
  if (!id.startsWith("analysis-") || load("sent", {}).ids?.includes(id)) forget("sent");
}

/** A document was deleted: no draft may refer to it, and its text does not stay behind in this browser. */
export function withdraw(id) {
  forgetSent(id);
  const value = draft();
  if (value.cv.textOf === id) Object.assign(value.cv, { text: "", name: "" });
  if (value.cv.id === id) value.cv.id = "";
  if (value.cv.file?.id === id) value.cv.file = null;
  for (const job of value.jobs) if (job.id === id) job.id = "";
  keep(value);
}
