// Texts, numbers and dates in the page's language. One file holds a language: text/<language>.json.
export const language = document.documentElement.lang;
const texts = await (await fetch(new URL(`text/${language}.json`, import.meta.url))).json();
/** Of the country that the browser is set to, where it speaks that language: the months come after the days in Britain. */
const region = navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
const plural = new Intl.PluralRules(language);
const decimals = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(region, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const moment = new Intl.DateTimeFormat(region, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(region, { day: "numeric", month: "short" });

/** t("years", {count: 2}): {count} is filled in, and chooses among "one" and "other" where a text has both. */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) return key;
  const form = typeof text === "string" ? text : text[plural.select(values.count)];
  return form.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(values[name]) : isolated(values[name] ?? ""),
  );
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** A name whose script runs the other way: figures beside it stay where they are (FSI, PDI of UAX 9). */
const isolated = (name) => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);
/** What is told in one line, without what is empty. */
export const inLine = (...parts) => parts.filter(Boolean).map(isolated).join(" · ");

/** The text of a key that may not exist. */
export const textOr = (key, fallback) => (key in texts ? t(key) : fallback);
export const number = (value) => decimals.format(value);
export const difference = (value) => signed.format(Math.round(value * 10) / 10);
export const when = (iso) => moment.format(new Date(iso));
export const dayOf = (iso) => day.format(new Date(iso));
/** Rounded up, so that what is over a limit never reads as the limit; to a tenth where that tells something. */
export const size = (bytes) => {
  const [key, units] = bytes < 1_048_576 ? ["size.kb", bytes / 1024] : ["size.mb", bytes / 1_048_576];
  return t(key, { count: units < 10 ? Math.ceil(units * 10) / 10 : Math.ceil(units) });
};

/** Puts texts into elements that name theirs: <a data-t="nav.new">. */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll("[data-t-label]"))
    element.setAttribute("aria-label", t(element.dataset.tLabel));
}
