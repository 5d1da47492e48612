// Views by the address's hash: #/history?status=failed. A view is left before the next one is shown.
import { h } from "./dom.js";
import { t } from "./text.js";

const main = document.getElementById("main");
let leaving = new AbortController();

/** routes: [[pattern, view]]; a view gets {main, parts, query, signal}, signal being aborted when it is left. */
export function start(routes) {
  const show = () => {
    const [path, search = ""] = (location.hash.slice(1) || "/").split("?");
    const [view, parts] = find(routes, path);
    leaving.abort();
    leaving = new AbortController();
    for (const link of document.querySelectorAll("header nav a")) {
      const here = link.hash === `#${path}` || (link.hash !== "#/" && path.startsWith(link.hash.slice(1)));
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    view({ main, parts, query: new URLSearchParams(search), signal: leaving.signal });
  };
  addEventListener("hashchange", show);
  show();
}

function find(routes, path) {
  for (const [pattern, view] of routes) {
    const match = pattern.exec(path);
    if (match) return [view, match.slice(1).map(decoded)];
  }
  return [({ main }) => page(main, t("lost.title"), h("p", h("a", { href: "#/" }, t("nav.new"))))];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // somebody typed a lone %
  }
}

/** Begins a view: its heading, which gets the focus unless the page was just loaded, and what follows it. */
export function page(main, title, ...children) {
  const heading = h("h1", { tabindex: -1 });
  main.replaceChildren(heading, ...children.flat().filter(Boolean));
  entitle(main, title);
  if ("shown" in main.dataset) {
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
  main.dataset.shown = location.hash;
}

/** Names the view, or names it anew when more is known; told: what the tab says before it. */
export function entitle(main, title, told) {
  main.querySelector("h1").textContent = title;
  document.title = [told, title, "CV Checker"].filter(Boolean).join(" · ");
}

export const go = (hash) => (location.hash = hash);

/**
 * Changes the query of the address without leaving the view or adding to the history. The words that are looked for may
 * be somebody's name: they are kept beside the address, which is seen, remembered and passed on.
 */
export function rewrite(path, { find, ...shown }) {
  const given = Object.entries({ ...shown, find: find && "on" }).filter(([, value]) => value);
  history.replaceState({ find }, "", `#${path}${given.length ? `?${new URLSearchParams(given)}` : ""}`);
}

export const searched = () => history.state?.find ?? "";
