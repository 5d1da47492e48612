// One posting of a new analysis: a text, an address, or one that is stored.
import { announce } from "./announce.js";
import { drawChoice, flag, focusWith, plain, textFault } from "./cv-input.js";
import { h, newId, refill } from "./dom.js";
import { button, field, segmented } from "./parts.js";
import { t } from "./text.js";

const TEXT_BYTES = 50 * 1024;

/** {element, check(), focus(), body(), entry(), gone(), askForText()}. place: its number among several, 0 when alone. */
export function postingInput(value, { signal, changed, stored, place, remove }) {
  const area = h("div.choice");
  const mistake = h("p.error", { id: newId("job-error") });
  const heading = place ? t("job.number", { count: place }) : t("new.jobs");
  const choose = () =>
    segmented(
      `${heading}: ${t("job.how")}`,
      ["text", "url", "stored"].map((mode) => [mode, t(`job.${mode}`)]),
      value.mode,
      (mode) => {
        value.mode = mode;
        changed();
        draw();
      },
    );
  const note = (key) => (event) => {
    value[key] = event.target.value;
    flag(event.target, mistake, "");
    changed();
  };

  const draw = () => {
    mistake.textContent = "";
    if (value.mode === "stored") {
      const nameOf = (one) => one.title ?? t("job.untitled");
      drawChoice(area, value, { kind: "job", load: stored, nameOf, signal, changed });
      return;
    }
    const shared = { value: value[value.mode], "aria-describedby": mistake.id, oninput: note(value.mode) };
    refill(
      area,
      value.mode === "text"
        ? field(t("job.paste"), h("textarea", { ...shared, rows: 11, spellcheck: "false" }))
        : field(
            t("job.address"),
            h("input", { ...shared, type: "url", placeholder: "https://", autocomplete: "url" }),
            t("job.address.hint"),
          ),
    );
  };

  const lack = () => {
    if (value.mode === "stored") return value.id ? "" : t("job.none");
    if (value.mode === "url") return webAddress(value.url) ? "" : t("job.badUrl");
    return textFault(value.text, TEXT_BYTES, t("job.empty"));
  };
  const entry = () => {
    if (value.mode === "stored") return { jobId: value.id };
    if (value.mode === "text") return { content: plain(value.text) };
    const { href, hostname } = webAddress(value.url);
    const linkedIn = /(^|\.)linkedin\.com$/.test(hostname);
    return { sourceType: linkedIn ? "linkedin_url" : "url", sourceUrl: href };
  };

  const control = () => area.querySelector("textarea, input, select");
  const element = h("div.posting");
  const redraw = () => {
    refill(
      element,
      place > 0 &&
        h(
          "div.head",
          h("h3", heading),
          button(t("job.remove"), remove, {
            kind: "quiet",
            sign: "missing",
            "aria-label": `${t("job.remove")}: ${heading}`,
          }),
        ),
      choose(),
      mistake,
      area,
    );
    draw();
  };
  redraw();
  return {
    element,
    focus: () => focusWith(mistake, control() ?? element.querySelector(":checked")),
    check: () => flag(control(), mistake, lack()),
    gone: () => {
      value.id = "";
      changed();
      draw();
      mistake.textContent = t("job.deleted");
      announce(mistake.textContent);
    },
    body: () => (value.mode === "stored" ? entry() : { job: entry() }),
    entry,
    /** If it was given by an address. */
    askForText: () => {
      if (value.mode !== "url") return;
      value.mode = "text";
      redraw();
      mistake.textContent = t("job.unreadable");
      focusWith(mistake, control());
    },
  };
}

function webAddress(text) {
  try {
    const url = new URL(text.trim());
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
