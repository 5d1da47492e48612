// Texts, numbers and dates in the page's language. One file holds a language: text/<language>.json.
export const language = document.documentElement.lang;
const texts = await (await fetch(new URL(`text/${language}.json`, import.meta.url))).json();
const plural = new Intl.PluralRules(language);
const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });

/** t("years", {count: 2}): {count} is filled in, and chooses among "one" and "other" where a text has both. */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) return key;
  const form = typeof text === "string" ? text : text[plural.select(values.count)];
  return form.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(values[name]) : (values[name] ?? ""),
  );
}

/** The text of a key that may not exist. */
export const textOr = (key, fallback) => (key in texts ? t(key) : fallback);
export const number = (value) => decimals.format(value);
export const difference = (value) => signed.format(Math.round(value * 10) / 10);
export const when = (iso) => moment.format(new Date(iso));
export const dayOf = (iso) => day.format(new Date(iso));
export const size = (bytes) =>
  bytes < 1_048_576
    ? t("size.kb", { count: Math.max(1, Math.ceil(bytes / 1024)) })
    : t("size.mb", { count: Math.ceil((10 * bytes) / 1_048_576) / 10 });

/** Puts texts into elements that name theirs: <a data-t="nav.new">. */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll("[data-t-label]"))
    element.setAttribute("aria-label", t(element.dataset.tLabel));
}
