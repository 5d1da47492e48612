// Hands things to the browser: data as a file to keep, a text to be pasted elsewhere.
import { toast } from "./announce.js";
import { h } from "./dom.js";
import { t } from "./text.js";

/** What is printed into a file is called like the document: by a name that tells it from others. */
export function printAs(name) {
  const { title } = document;
  addEventListener("afterprint", () => (document.title = title), { once: true });
  document.title = name;
  print();
}

export function saveJson(data, filename) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  h("a", { href: url, download: filename }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** told: what is said when that was done. Where it is not allowed, or there is no clipboard, that is said. */
export async function copy(text, told) {
  try {
    await navigator.clipboard.writeText(text);
    toast(told);
  } catch {
    toast(t("tool.notCopied"));
  }
}
