// Runs before the first paint, so that neither theme nor language flashes; everything else is a module.
(() => {
  const root = document.documentElement;
  const saved = (key) => {
    try {
      return JSON.parse(localStorage.getItem(`cv-checker.${key}`));
    } catch {
      return null; // storage is blocked, or holds something else
    }
  };
  const wanted = [saved("language"), ...navigator.languages].map((tag) => String(tag).slice(0, 2));
  root.lang = wanted.find((tag) => tag === "en" || tag === "de") ?? "en";
  const theme = saved("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (root.lang !== "en") root.dataset.wait = "";
  // Without its modules, or its texts, the page would stay empty and silent; after a defect, a view would wait for ever.
  const tell = ({ target, type }) => {
    if (type === "error" && target !== window && target.localName !== "script") return;
    if (document.querySelector("main h1") && !document.querySelector(".waiting, [aria-busy]")) return;
    delete root.dataset.wait;
    document.getElementById("unloaded").hidden = false;
    addEventListener("online", () => location.reload());
  };
  addEventListener("error", tell, true);
  addEventListener("unhandledrejection", tell);
  const preload = document.createElement("link");
  Object.assign(preload, {
    rel: "preload",
    as: "fetch",
    crossOrigin: "anonymous",
    href: new URL(`text/${root.lang}.json`, document.currentScript.src).href,
  });
  document.head.append(preload);
})();
