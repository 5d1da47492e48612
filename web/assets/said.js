// The API's own sentences are English. In another language they are looked up in text/said.<language>.json: by kind, each
// with places for what varies. A place is called like the kind that its text is of, with a number where there are two; n
// and f are figures, and one that is called like no kind is a name and stays as it is.
import { h } from "./dom.js";
import { language } from "./text.js";

const kinds = await fetch(new URL(`text/said.${language}.json`, import.meta.url))
  .then((answer) => answer.json())
  .catch(() => ({})); // then they stay English, and marked as such
const FIGURES = { n: "[\\d.,]+", f: "[-−+\\d.()×/ ]+" };
const point = new Intl.NumberFormat(language).format(0.5)[1];
const kindOf = (place) => place.replace(/\d+$/, "");

/** The pattern of a sentence; fill(place) gives that of a place. */
const sourceOf = (english, fill) =>
  english
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 ? fill(piece) : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("");

/** What a place may hold: of a kind that has nothing but figures in its own places, one of that kind; else anything. */
function held(place) {
  const known = Object.keys(kinds[kindOf(place)] ?? {});
  const closed = known.length && !known.some((one) => /\{(?![nf]\d?\})/.test(one));
  return FIGURES[kindOf(place)] ?? (closed ? known.map((one) => sourceOf(one, held)).join("|") : ".+?");
}

const patterns = new Map();

function patternOf(english) {
  if (!patterns.has(english)) {
    const source = sourceOf(english, (place) => `(?<${place}>${held(place)})`);
    patterns.set(english, new RegExp(`^${source}$`, "s"));
  }
  return patterns.get(english);
}

/** In the page's language; undefined if it is no known one. */
export function said(text, kind = "sentence") {
  if (kind in FIGURES) return text.replaceAll(/(?<=\d)\.(?=\d)/g, point);
  if (!(kind in kinds)) return text;
  for (const [english, own] of Object.entries(kinds[kind])) {
    const found = patternOf(english).exec(text);
    if (!found) continue;
    const values = {};
    for (const place in found.groups) values[place] = said(found.groups[place], kindOf(place));
    if (!Object.values(values).includes(undefined)) return own.replace(/\{(\w+)\}/g, (_, place) => values[place]);
  }
  return undefined;
}

/**
 * What is known of an element's text, all of it or its first sentences, is said in the page's language; the rest stays
 * marked as English. A model's advice stands behind that of the rules.
 */
export function say(element) {
  const text = element.textContent;
  for (const { index } of [...text.matchAll(/(?<=[.!?])\s|$/g)].reverse()) {
    const own = said(text.slice(0, index));
    if (own === undefined) continue;
    const rest = text.slice(index);
    element.replaceChildren(own, rest && h("span", { lang: "en" }, rest));
    element.removeAttribute("lang");
    return;
  }
}
