// Whose data this browser works with: a random id, made on the first visit. Whoever knows it has the data.
import { forget, keyOf, load, save } from "./storage.js";

const SHAPE = /^user-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUserId = (text) => SHAPE.test(text);

export function userId() {
  const known = load("user");
  if (known && isUserId(known)) return known;
  const made = `user-${crypto.randomUUID()}`;
  save("user", made);
  return made;
}

/** Works with another user's data from now on; what was typed for the one before is forgotten. */
export function becomeUser(id) {
  save("user", id);
  for (const key of ["draft", "sent", "batch"]) forget(key);
  save("since", Date.now()); // also where the id is the same, and everything of it was deleted
}

/** Another tab did: what this one shows, and holds of what was typed, is of the user before. */
export const onBecoming = (work) =>
  addEventListener("storage", ({ key }) => key === keyOf("since") && work());
