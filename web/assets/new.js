// New analysis: a CV, one or more postings, go.
import { announce } from "./announce.js";
import { call, callAll } from "./api.js";
import { cvInput } from "./cv-input.js";
import { h, refill } from "./dom.js";
import { MOST_POSTINGS, asSent, draft, emptyPosting, keep, lastSent, sent } from "./draft.js";
import { button, link } from "./parts.js";
import { postingInput } from "./posting-input.js";
import { go, page } from "./router.js";
import { save } from "./storage.js";
import { t } from "./text.js";
import { trouble } from "./trouble.js";

export function showNew({ main, signal }) {
  // Who comes back from the result finds what was sent from here.
  const value = asSent((ids) => ids === history.state?.sent) ?? draft();
  // Only what was changed here is kept: the draft may be of another tab, and newer.
  let unkept;
  const changed = () => {
    clearTimeout(unkept);
    unkept = setTimeout(leave, 150);
  };
  const leave = () => {
    if (unkept) keep(value);
    unkept = clearTimeout(unkept);
  };
  addEventListener("pagehide", leave, { signal });
  signal.addEventListener("abort", leave);

  const cv = cvInput(value.cv, { signal, changed });
  // Asked for once for all postings; again only if that failed.
  let known;
  const stored = async () => {
    known ??= callAll("/jobs", { signal });
    try {
      return await known;
    } catch (problem) {
      known = undefined;
      throw problem;
    }
  };
  const postings = h("div");
  let inputs = [];
  const draw = (focusLast) => {
    inputs = value.jobs.map((job, index) =>
      postingInput(job, {
        signal,
        changed,
        stored,
        place: value.jobs.length > 1 ? index + 1 : 0,
        remove: () => {
          value.jobs.splice(index, 1);
          changed();
          draw();
          add.focus();
        },
      }),
    );
    refill(
      postings,
      inputs.map((one) => one.element),
    );
    add.hidden = value.jobs.length >= MOST_POSTINGS;
    label();
    if (focusLast) inputs.at(-1).focus();
  };
  const label = () => {
    send.textContent =
      value.jobs.length > 1 ? t("new.send.many", { count: value.jobs.length }) : t("new.send");
  };
  const add = button(
    t("new.add"),
    () => {
      value.jobs.push(emptyPosting());
      changed();
      draw(true);
    },
    { kind: "quiet", sign: "plus" },
  );
  const send = h("button.primary", { type: "submit" });
  const outcome = h("div");

  const submit = async (event) => {
    event?.preventDefault();
    refill(outcome);
    // Every input says what it lacks; the first that lacks something gets the focus.
    const lacking = [cv, ...inputs].filter((one) => !one.check());
    if (lacking.length) return lacking[0].focus();
    send.disabled = true;
    send.textContent = t("new.sending");
    announce(t("new.sending"));
    try {
      await (value.jobs.length > 1 ? sendMany() : sendOne());
    } catch (problem) {
      if (signal.aborted) return;
      if (!problem.code) throw problem;
      const gone = problem.status === 404 && chosenAs(problem.errors[0]?.field);
      if (gone) {
        known = undefined;
        return gone.gone();
      }
      const unread = problem.errors.length && problem.errors.every((one) => one.field.endsWith("sourceUrl"));
      // Of a batch without a readable address the API says no more than that.
      if (!unread || problem.code !== "invalid_request")
        refill(outcome, trouble(problem, problem.passing && submit));
      // From the last, so that the first has the focus.
      if (unread) for (const one of [...inputs].reverse()) one.askForText();
    } finally {
      send.disabled = false;
      label();
      // What is disabled loses the focus.
      if (document.activeElement === document.body) send.focus();
    }
  };
  /** Which input gave the id that the server does not know: it was deleted in another tab, or browser. */
  const chosenAs = (field) =>
    field === "cvId" ? cv : field === "jobId" && inputs.find((one) => "jobId" in one.body());
  const sendOne = async () => {
    const answer = await call("POST", "/analyze", { body: { ...cv.body(), ...inputs[0].body() }, signal });
    const id = answer.analysisId ?? answer.id;
    leaveWith(answer.cvId, id);
    go(`#/analyses/${id}`);
  };
  const sendMany = async () => {
    const jobs = inputs.map((one) => one.entry());
    const { items } = await call("POST", "/analyze/batch", { body: { ...cv.body(), jobs }, signal });
    const started = items.filter((one) => one.analysisId);
    const refused = items.filter((one) => one.error);
    const ids = [...new Set(started.map((one) => one.analysisId))].join(",");
    save("batch", { ids, refused: refused.map((one) => ({ place: one.index + 1, error: one.error })) });
    leaveWith(
      started[0].cvId,
      ids,
      refused.map((one) => value.jobs[one.index]),
    );
    go(`#/batch/${ids}`);
  };
  const leaveWith = (cvId, ids, refused = []) => {
    unkept = clearTimeout(unkept);
    sent(value, cvId, ids, refused);
    history.replaceState({ sent: ids }, "");
  };

  page(
    main,
    t("new.title"),
    h("p.lead", t("new.lead")),
    lastSent() && h("p", link(lastSent(), t("new.last"))),
    h(
      "form.new",
      { onsubmit: submit, novalidate: true },
      cv.element,
      h(
        "section.panel",
        { "aria-labelledby": "postings" },
        h("h2", { id: "postings" }, t("new.jobs")),
        postings,
        add,
      ),
      h("div.send", outcome, send, h("p.hint", t("new.kept"), " ", link("#/data", t("nav.data")))),
    ),
  );
  draw();
}
