// My data: whose data this is, what is stored, taking it away, deleting it.
import { toast } from "./announce.js";
import { call } from "./api.js";
import { confirmed } from "./dialog.js";
import { h, refill } from "./dom.js";
import { copy, saveJson } from "./hand-over.js";
import { button, field, link } from "./parts.js";
import { page } from "./router.js";
import { becomeUser, isUserId, userId } from "./session.js";
import { number, t } from "./text.js";
import { loadInto, trouble } from "./trouble.js";

export function showData({ main, signal }) {
  const id = userId();
  const stored = h("div");
  const outcome = h("div");
  const data = `/users/${id}/data`;
  const attempt = async (work) => {
    refill(outcome);
    try {
      await work();
    } catch (problem) {
      if (!problem.code) throw problem;
      refill(
        outcome,
        trouble(problem, () => attempt(work)),
      );
    }
  };
  const exportAll = () =>
    attempt(async () => {
      const all = await call("GET", data, { signal });
      saveJson(all, "cv-checker-data.json");
      if (all.unreadable) toast(t("data.unreadable", { count: all.unreadable.length }));
    });
  const eraseAll = async () => {
    if (!(await confirmed(t("data.erase"), t("data.erase.text"), t("data.erase"), t("data.erase.word"))))
      return;
    await attempt(async () => {
      const { deleted } = await call("DELETE", data);
      becomeUser(id); // forgets the drafts
      toast(t("data.erased", deleted));
      count();
    });
  };
  const count = () =>
    loadInto(stored, signal, async () => {
      const kinds = { analyses: "", cvs: "/cvs", jobs: "/jobs" };
      const totals = await Promise.all(
        Object.keys(kinds).map((kind) => call("GET", `/${kind}?limit=1&includeTotal=true`, { signal })),
      );
      const cards = Object.entries(kinds).map(([kind, path], index) =>
        h("li", h("strong", number(totals[index].total)), " ", link(`#/history${path}`, t(`tab${path}`))),
      );
      const none = totals.every((one) => one.total === 0);
      return [
        h("ul.counts", cards),
        h("p.hint", t(none ? "data.none" : "data.what")),
        none && link("#/", t("nav.new"), "button"),
      ];
    });

  page(
    main,
    t("nav.data"),
    h("p.lead", t("data.lead")),
    outcome,
    section(
      "data.stored",
      stored,
      h(
        "p.actions",
        button(t("data.export"), exportAll, { sign: "download" }),
        button(t("data.erase"), eraseAll, { kind: "danger", sign: "remove" }),
      ),
    ),
    section(
      "data.user",
      h("p", t("data.user.text")),
      h("p.actions", h("code", { id: "user-id" }, id), button(t("data.copy"), () => copy(id, t("data.copied")), { sign: "copy" })),
      importForm(() => showData({ main, signal })),
    ),
  );
  count();
}

const section = (key, ...children) =>
  h("section.panel", { "aria-labelledby": key }, h("h2", { id: key }, t(key)), children);

function importForm(done) {
  const input = h("input", {
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "user-…",
    "aria-errormessage": "import-error",
  });
  const mistake = h("p.error", { id: "import-error", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    const wanted = input.value.trim().toLowerCase();
    if (!isUserId(wanted)) {
      mistake.textContent = t("data.import.wrong");
      input.setAttribute("aria-invalid", "true");
      return input.focus();
    }
    if (wanted !== userId() && !(await confirmed(t("data.import"), t("data.import.text"), t("data.import"))))
      return;
    becomeUser(wanted);
    done();
    toast(t("data.imported"));
  };
  return h(
    "form",
    { onsubmit: submit, novalidate: true },
    field(t("data.import.label"), input, t("data.import.hint")),
    mistake,
    h("button.plain", t("data.import")),
  );
}
