// The overall score as an arc of 240 degrees.
import { h, svg } from "./dom.js";
import { number, t, textOr } from "./text.js";

const START = 150;
const SWEEP = 240;
const RADIUS = 52;

export function gauge({ overallScore, grade, preliminary }) {
  const word = textOr(`grade.${grade}`, grade);
  return h(
    "div.gauge",
    {
      role: "img",
      "aria-label": t("gauge.label", { score: overallScore, grade: word }),
      class: `gauge ${tone(overallScore)}`,
    },
    svg(
      "svg",
      { viewBox: "0 0 120 96", "aria-hidden": "true" },
      svg("path", { class: "track", d: arc(1) }),
      overallScore > 0 && svg("path", { class: "value", d: arc(overallScore / 100) }),
    ),
    h("strong", number(overallScore)),
    h("span", word),
    h("small", t(preliminary ? "gauge.preliminary" : "gauge.of")),
  );
}

const tone = (score) => (score >= 65 ? "met" : score >= 45 ? "partial" : "missing");

function arc(part) {
  const point = (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(60 + RADIUS * Math.cos(angle)).toFixed(2)} ${(60 + RADIUS * Math.sin(angle)).toFixed(2)}`;
  };
  const turn = SWEEP * part;
  return `M${point(START)}A${RADIUS} ${RADIUS} 0 ${turn > 180 ? 1 : 0} 1 ${point(START + turn)}`;
}
