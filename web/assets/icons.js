// Line icons on a 16 × 16 grid. They accompany words and are hidden from screen readers.
import { svg } from "./dom.js";

const PATHS = {
  met: "M3 8.5 6.5 12 13 4.5",
  partial: "M3 8h10",
  missing: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  upload: "M8 11V2.5M4.5 6 8 2.5 11.5 6M3 10.5v3h10v-3",
  download: "M8 2.5V11M4.5 7.5 8 11l3.5-3.5M3 10.5v3h10v-3",
  link: "M6.5 9.5l3-3M7.5 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M8.5 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  again: "M13 8a5 5 0 1 1-1.5-3.6M13 2.5V5h-2.5",
  remove: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9",
  copy: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5V10M8 11.7v.1",
  theme: "M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5z",
};

export const icon = (name) =>
  svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));
