// Which of the stored CVs fits a posting best: some of them are chosen and analysed at once.
import { call, callAll } from "./api.js";
import { h } from "./dom.js";
import { button, empty } from "./parts.js";
import { go } from "./router.js";
import { save } from "./storage.js";
import { options } from "./tables.js";
import { t } from "./text.js";
import { loadInto, trouble } from "./trouble.js";

const MOST_CVS = 20;

export function rank(jobId, signal) {
  const place = h("div");
  // The CVs are asked for when somebody wants to choose among them.
  const load = () => place.firstChild || loadInto(place, signal, () => choice(jobId, signal));
  return h("details.panel.rank", { ontoggle: load }, h("summary", t("rank.title")), place);
}

async function choice(jobId, signal) {
  const cvs = options(await callAll("/cvs", { signal }), "filename").sort((one, other) =>
    one[1].localeCompare(other[1]),
  );
  if (!cvs.length) return empty(t("cvs.empty"), "#/", t("nav.new"));
  const boxes = cvs.map(([value]) => h("input", { type: "checkbox", value, onchange: () => tell() }));
  const chosen = () => cvs.filter((_, index) => boxes[index].checked);
  const send = h("button.primary", { type: "submit" });
  const many = h("span.hint", { role: "status" });
  const outcome = h("div");
  const tell = () => {
    const count = chosen().length;
    send.textContent = count ? t("rank.send", { count }) : t("new.send");
    send.disabled = !count || count > MOST_CVS;
    many.textContent = count > MOST_CVS ? t("rank.many", { count, most: MOST_CVS }) : "";
  };
  const submit = async (event) => {
    event?.preventDefault();
    const wanted = chosen();
    outcome.replaceChildren();
    send.disabled = true;
    try {
      const body = { jobId, cvs: wanted.map(([cvId]) => ({ cvId })) };
      const { items } = await call("POST", "/analyze/batch", { body, signal });
      const ids = items.filter((one) => one.analysisId).map((one) => one.analysisId).join();
      const refused = items.filter((one) => one.error);
      save("batch", { ids, refused: refused.map(({ index, error }) => ({ name: wanted[index][1], error })) });
      go(`#/batch/${ids}`);
    } catch (problem) {
      if (signal.aborted) return;
      if (!problem.code) throw problem;
      outcome.append(trouble(problem, problem.passing && submit));
      tell();
    }
  };
  const all = () => {
    const wanted = !chosen().length;
    for (const box of boxes.slice(0, wanted ? MOST_CVS : boxes.length)) box.checked = wanted;
    tell();
  };
  tell();
  return h(
    "form",
    { onsubmit: submit },
    h(
      "fieldset",
      h("legend.hint", t("rank.choose", { most: MOST_CVS })),
      cvs.map(([, name], index) => h("label", boxes[index], h("span", name))),
    ),
    outcome,
    h("p.actions", send, many, boxes.length > 1 && button(t("rank.all"), all, { kind: "quiet" })),
  );
}
