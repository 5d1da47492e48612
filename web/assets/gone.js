// The draft when something is gone that it came to, or refers to: an analysis cancelled, a document deleted.
import { draft, keep } from "./draft.js";
import { load } from "./storage.js";

/**
 * The analysis was cancelled: everything is as it was before it was sent. Not if it was not the last one to be sent, or
 * if something new was begun since: that stays. Returns whether.
 */
export function unsend(id) {
  const { ids, before, next } = load("sent", {});
  if (!ids?.includes(id) || JSON.stringify(draft()) !== JSON.stringify(next)) return false;
  keep(before);
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
