// The CV's text with the quoted places marked; one of them can be brought into view.
import { h } from "./dom.js";
import { button } from "./parts.js";
import { t } from "./text.js";

/** {element, highlight(quote, from)}; from: the button to come back to. Where quotes overlap, the text is cut at every edge and each piece knows its quotes. */
export function cvText(content, quotes) {
  const places = [...new Set(quotes)]
    .map((quote) => ({ quote, from: content.indexOf(quote) }))
    .filter(({ quote, from }) => quote && from >= 0)
    .map(({ quote, from }) => ({ quote, from, to: from + quote.length }));
  const edges = [...new Set([0, content.length, ...places.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const pieces = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1];
    const held = places.filter((place) => place.from <= from && place.to >= to).map((place) => place.quote);
    const text = content.slice(from, to);
    return { held, node: held.length ? h("mark", text) : text };
  });
  const text = h(
    "div.text",
    { tabindex: 0, role: "region", "aria-label": t("cv.region"), lang: "" },
    pieces.map((piece) => piece.node),
  );
  let origin;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const reveal = (node) => node.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  const goBack = () => {
    reveal(origin);
    origin.focus({ preventScroll: true });
  };
  const back = button(t("cv.back"), goBack, { kind: "quiet", hidden: true });
  const highlight = (quote, from) => {
    const marked = pieces.filter((piece) => piece.held.length);
    for (const piece of marked) piece.node.classList.toggle("now", piece.held.includes(quote));
    const first = marked.find((piece) => piece.held.includes(quote));
    if (!first) return;
    origin = from;
    back.hidden = false;
    reveal(first.node);
    text.focus({ preventScroll: true });
  };
  const element = h("div", text, back);
  return { element, highlight };
}
