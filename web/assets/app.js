// The page's frame: texts of the header, theme and language, connection, and which address shows which view.
import { announce } from "./announce.js";
import { BASE } from "./api.js";
import { showAnalyses } from "./analyses.js";
import { showAnalysis } from "./analysis.js";
import { showCompare } from "./compare.js";
import { showData } from "./data.js";
import { icon } from "./icons.js";
import { showNew } from "./new.js";
import { showProgress } from "./progress.js";
import { start } from "./router.js";
import { showSource, showSources } from "./sources.js";
import { save } from "./storage.js";
import { language, t, translate } from "./text.js";

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

const offline = document.getElementById("offline");
const tellConnection = () => {
  offline.hidden = navigator.onLine;
  if (!navigator.onLine) announce(t("offline"));
};
addEventListener("online", tellConnection);
addEventListener("offline", tellConnection);
if (!navigator.onLine) tellConnection();

start([
  [/^\/$/, showNew],
  [/^\/analyses\/([^/]+)$/, showAnalysis],
  [/^\/batch\/([^/]+)$/, showAnalyses],
  [/^\/history$/, showAnalyses],
  [/^\/history\/progress$/, showProgress],
  [/^\/history\/(cvs|jobs)$/, showSources],
  [/^\/history\/(cvs|jobs)\/([^/]+)$/, showSource],
  [/^\/history\/compare\/([^/]+)\/([^/]+)$/, showCompare],
  [/^\/data$/, showData],
]);
