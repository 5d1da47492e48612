// How the overall score came about, line by line, from the weights that the result carries.
import { h } from "./dom.js";
import { english } from "./parts.js";
import { PARTS } from "./tables.js";
import { number, t } from "./text.js";

export function arithmetic({ subscores, weights, overallScore, arithmetic: figures }) {
  const model = weights.model > 0 && subscores.semantic != null;
  const groups = [["deterministic", ["skills", "experience"]]];
  if (model) groups.push(["model", ["semantic", "softSkills"]]);
  const rows = groups.flatMap(([group, parts]) => {
    const sum = parts.reduce((total, part) => total + weights[part] * subscores[part], 0);
    return [
      ...parts.map((part) => line(t(`part.${part}`), weights[part], subscores[part])),
      h("tr.sum", h("th", { scope: "row" }, t(`sum.${group}`)), h("td"), h("td"), h("td", number(sum))),
      ...(model ? [line(t("sum.share", { name: t(`sum.${group}`) }), weights[group], sum)] : []),
    ];
  });
  return h(
    "details.arithmetic",
    { id: "arithmetic" },
    h("summary", t("sum.title")),
    h(
      "table",
      h(
        "thead",
        h(
          "tr",
          ["part", "weight", "points", "gives"].map((head) => h("th", { scope: "col" }, t(`sum.${head}`))),
        ),
      ),
      h(
        "tbody",
        rows,
        h(
          "tr.sum",
          h("th", { scope: "row" }, t("sum.overall")),
          h("td"),
          h("td"),
          h("td", number(overallScore)),
        ),
      ),
    ),
    h("p.hint", t(model ? "sum.bound" : "sum.noModel")),
    h(
      "dl.about",
      PARTS.filter((part) => subscores[part] != null).map((part) =>
        h("div", h("dt", t(`part.${part}`)), h("dd", t(`about.${part}`))),
      ),
    ),
    figures?.length > 0 &&
      h(
        "details",
        { id: "figures" },
        h("summary", t("sum.figures")),
        h(
          "ul.figures",
          figures.map((one) => english("li", one)),
        ),
      ),
  );
}

const line = (name, weight, points) =>
  h(
    "tr",
    h("th", { scope: "row" }, name),
    h("td", `${number(weight * 100)} %`),
    h("td", `× ${number(points)}`),
    h("td", `= ${number(weight * points)}`),
  );
