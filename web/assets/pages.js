// A list that the server gives page by page, behind a cursor that only leads forward: the ones before are kept, with the
// address, so that whoever comes back to the list finds the page that was left.
import { announce } from "./announce.js";
import { callAll } from "./api.js";
import { h } from "./dom.js";
import { unreadable } from "./erase.js";
import { button, empty, field } from "./parts.js";
import { t } from "./text.js";
import { loadInto } from "./trouble.js";

/**
 * Fills place. kind: of what; load(cursor) resolves to {items, nextCursor, total, unreadable}, the last being
 * ids of what is there and damaged; render(items) gives what is shown.
 */
export function pages(place, { kind, signal, load, render }) {
  const cursors = history.state?.cursors ?? [""];
  const turned = () => history.replaceState({ ...history.state, cursors }, "");
  let at;
  /** The buttons are below the list: who turned the page wants to see where it begins, or to hear which it is. */
  const turnPage = async () => {
    turned();
    at = "";
    await show();
    if (signal.aborted || !at) return; // left, or not loaded: which is told
    announce(at);
    if (place.getBoundingClientRect().top < 0) place.scrollIntoView();
  };
  const show = () =>
    loadInto(place, signal, async () => {
      const found = await loadThere();
      at = t("list.page", { count: cursors.length, total: Math.max(1, Math.ceil(found.total / 10)) });
      const turn = (label, change, possible) =>
        button(t(label), () => (change(), turnPage()), { id: label, disabled: !possible });
      if (found.told) announce(found.told);
      // An address that somebody wrote, or that is of another version.
      if (found.refused) return nothing("list.refused");
      return [
        found.told && h("p.hint", found.told),
        (found.items.length > 0 || !found.unreadable) && render(found.items, show),
        found.unreadable && unreadable(kind, found.unreadable, show),
        (cursors.length > 1 || found.nextCursor) &&
          h(
            "p.actions",
            turn("list.previous", () => cursors.pop(), cursors.length > 1),
            h("span", at),
            turn("list.next", () => cursors.push(found.nextCursor), found.nextCursor),
          ),
      ];
    });
  /** The page, or one before it: a page may have been emptied, and a cursor may be of another deployment. */
  const loadThere = async () => {
    for (;;) {
      const first = cursors.length === 1;
      try {
        const found = await load(cursors.at(-1));
        if (first || found.items.length || found.unreadable) return found;
      } catch (problem) {
        if (problem.status !== 400) throw problem;
        if (first) return { items: [], refused: true };
      }
      cursors.pop();
      turned();
    }
  };
  show();
}

/** Nothing of a list that may hold more, and the way to all of it. */
export const nothing = (key) => {
  const [path, filters] = location.hash.split("?");
  return empty(t(key), filters ? path : "#/history", t("list.whole"));
};

const PAUSE_MILLISECONDS = 300;

/** A field for words to find; they are looked for when no more is typed for a moment. */
export function finder(words, change) {
  let timer;
  const input = h("input", {
    type: "search",
    value: words,
    autocomplete: "off",
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => input.isConnected && change(input.value.trim()), PAUSE_MILLISECONDS);
    },
  });
  return field(t("list.find"), input);
}

/** Lower case, without accents: who looks for "muller" finds Müller. */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** As one page, all of a list whose name has all the words somewhere. The API knows no words, so all are asked for. */
export async function findAll(path, words, name, options) {
  const wanted = folded(words).split(/\s+/);
  const items = (await callAll(path, options)).filter((one) => {
    const text = folded(name(one));
    return wanted.every((word) => text.includes(word));
  });
  return { items, total: items.length, told: t("list.found", { count: items.length }) };
}

/** The four lists of the history, the shown one marked. */
export const tabs = (shown) =>
  h(
    "nav.tabs",
    { "aria-label": t("nav.history") },
    ["", "/progress", "/cvs", "/jobs"].map((path) =>
      h("a", { href: `#/history${path}`, "aria-current": path === shown && "page" }, t(`tab${path}`)),
    ),
  );
