// Scores over time as a line. The table beside it says the same in words, so this is one picture with a summary.
import { svg } from "./dom.js";
import { dayOf, number, t } from "./text.js";

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [480, 260, 40, 28, 32];

/** found: summaries, oldest first, at least one; lines: the same, those that belong together each. */
export function chart(found, lines) {
  const step = (WIDTH - LEFT - 24) / Math.max(1, found.length - 1);
  const x = (index) => (found.length > 1 ? LEFT + 12 + index * step : WIDTH / 2);
  const y = (value) => TOP + ((100 - value) / 100) * (HEIGHT - TOP - BOTTOM);
  const points = new Map(found.map((one, index) => [one, [x(index), y(one.overallScore)]]));
  const last = found.length - 1;
  const label = t(lines.length > 1 ? "chart.lines" : "chart.label", {
    count: found.length,
    lines: lines.length,
    first: found[0].overallScore,
    last: found[last].overallScore,
  });
  const side = (index) => (last ? (index ? "end" : "start") : "middle");
  const text = (value, at, up, anchor) => svg("text", { x: at, y: up, "text-anchor": anchor }, value);
  return svg(
    "svg",
    { class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
    [0, 25, 50, 75, 100].map((value) => [
      svg("line", { class: "grid", x1: LEFT, x2: WIDTH, y1: y(value), y2: y(value) }),
      text(value, LEFT - 6, y(value) + 4, "end"),
    ]),
    lines.map((line) => svg("polyline", { points: line.map((one) => points.get(one)).join(" ") })),
    [...points.values()].map(([cx, cy]) => svg("circle", { cx, cy, r: 4 })),
    [...new Set([0, last])].map((index) => [
      text(dayOf(found[index].createdAt), x(index), HEIGHT - 6, side(index)),
      svg(
        "g",
        { class: "figure" },
        text(number(found[index].overallScore), x(index), y(found[index].overallScore) - 10, side(index)),
      ),
    ]),
  );
}
