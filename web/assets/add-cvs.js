// Several CVs at once, from files: a coach's clients, before there is a posting for them.
import { announce, toast } from "./announce.js";
import { upload } from "./api.js";
import { TYPES, faultOf } from "./cv-file.js";
import { takeDrops } from "./cv-input.js";
import { h, refill } from "./dom.js";
import { button } from "./parts.js";
import { t } from "./text.js";
import { trouble } from "./trouble.js";

/** Chosen, or dropped anywhere on main. stored(): some are, and the list is to be drawn anew. */
export function adder(main, signal, stored) {
  const outcome = h("div");
  const input = h("input", { type: "file", multiple: true, accept: TYPES.join(",") });
  input.addEventListener("change", () => take([...input.files]));
  takeDrops(main, signal, (files) => add.disabled || take([...files]));
  const add = button(t("cvs.add"), () => input.click(), { sign: "upload", id: "add-cvs" });

  const take = async (files) => {
    const refused = [];
    add.disabled = true;
    for (const file of files) {
      const telling = t("cv.sending", { name: file.name });
      refill(outcome, h("p.hint", telling), refused);
      announce(telling);
      const notice = faultOf(file) ? h("p.error", faultOf(file)) : await send(file);
      if (signal.aborted) return;
      if (notice) refused.push(h("div.refused", h("h2", file.name), notice));
    }
    refill(outcome, refused);
    input.value = ""; // so that the same files can be chosen again
    add.disabled = false;
    add.focus();
    const count = files.length - refused.length;
    if (!count) return;
    toast(t("cvs.added", { count }));
    stored();
  };
  /** One after another: the server reads a file for as long as seconds. Resolves to what went wrong. */
  const send = (file) =>
    upload(file, { signal, onprogress: () => {} }).then(
      () => null,
      (problem) => {
        if (!signal.aborted && !problem.code) throw problem;
        return signal.aborted ? null : trouble(problem);
      },
    );
  return h("div.adder", h("p.actions", add, h("span.hint", t("cv.types"))), outcome);
}
