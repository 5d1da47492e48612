// localStorage as JSON; in memory where a browser refuses it, so that the page works until it is closed.
const memory = new Map();
export const keyOf = (key) => `cv-checker.${key}`;

export function load(key, fallback = null) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(key))) ?? memory.get(key) ?? fallback;
  } catch {
    return memory.get(key) ?? fallback;
  }
}

export function save(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(keyOf(key), JSON.stringify(value));
    return true;
  } catch {
    forgetStored(key); // what was kept before is not what counts now
    return false;
  }
}

/** Whether what is saved will be there on the next visit. */
export const persists = () => save("probe", true);

export function forget(key) {
  memory.delete(key);
  forgetStored(key);
}

function forgetStored(key) {
  try {
    localStorage.removeItem(keyOf(key));
  } catch {
    // nothing was kept
  }
}
