// The page's frame: texts of the header, theme and language, connection, and which address shows which view.
import { announce } from "./announce.js";
import { BASE, Problem } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { showNew } from "./new.js";
import { page, start } from "./router.js";
import { onBecoming, userId } from "./session.js";
import { persists, save } from "./storage.js";
import { language, t, translate } from "./text.js";
import { trouble } from "./trouble.js";

const root = document.documentElement;
translate(document);
delete root.dataset.wait;

const theme = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
const tellTheme = () => theme.setAttribute("aria-pressed", isDark());
theme.append(icon("theme"));
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  save("theme", root.dataset.theme);
  tellTheme();
});
dark.addEventListener("change", tellTheme);
tellTheme();

const other = language === "en" ? "de" : "en";
const languages = document.getElementById("language");
languages.lang = other;
languages.addEventListener("click", () => {
  save("language", other);
  location.reload();
});

document.getElementById("api-docs").href = `${BASE}/docs`;
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the hash is the view's address
  document.querySelector("main h1")?.focus();
});

userId(); // made on the first visit
onBecoming(() => location.reload());
document.getElementById("unkept").hidden = persists();

const offline = document.getElementById("offline");
const tellConnection = () => {
  offline.hidden = navigator.onLine;
  if (!navigator.onLine) announce(t("offline"));
};
addEventListener("online", tellConnection);
addEventListener("offline", tellConnection);
if (!navigator.onLine) tellConnection();

let styles;
/** The later views' style sheet, before the one for paper, which has the last word. */
const styled = () =>
  (styles ??= new Promise((onload, fail) => {
    const href = new URL("later.css", import.meta.url);
    const onerror = () => fail((styles = undefined)); // the next view asks again
    document.querySelector("[media=print]").before(h("link", { rel: "stylesheet", href, onload, onerror }));
  }));

const analysis = () => import("./analysis.js");
// Who begins to give something will want a result: on a slow line its view is there before the answer is.
const soon = () => navigator.onLine && Promise.all([analysis(), styled()]).catch(() => {});
document.getElementById("main").addEventListener("input", soon, { once: true });

/** A view whose module is fetched when it is first asked for. */
const later = (load, name) => async (context) => {
  let module;
  try {
    [module] = await Promise.all([load(), styled()]);
  } catch {
    // A browser may remember a failed import, so the page begins anew; without a connection it would be gone instead.
    const again = () => navigator.onLine && location.reload();
    addEventListener("online", again, { signal: context.signal });
    page(context.main, t("unfetched.title"), trouble(new Problem({ code: "unreachable" }), again));
    return;
  }
  if (!context.signal.aborted) module[name](context);
};
const analyses = later(() => import("./analyses.js"), "showAnalyses");
const sources = () => import("./sources.js");

start([
  [/^\/$/, showNew],
  [/^\/analyses\/([^/]+)$/, later(analysis, "showAnalysis")],
  [/^\/batch\/([^/]+)$/, analyses],
  [/^\/history$/, analyses],
  [/^\/history\/progress$/, later(() => import("./progress.js"), "showProgress")],
  [/^\/history\/(cvs|jobs)$/, later(sources, "showSources")],
  [/^\/history\/(cvs|jobs)\/([^/]+)$/, later(sources, "showSource")],
  [/^\/history\/compare\/([^/]+)\/([^/]+)$/, later(() => import("./compare.js"), "showCompare")],
  [/^\/data$/, later(() => import("./data.js"), "showData")],
]);
