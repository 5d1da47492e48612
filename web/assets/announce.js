// Tells what happened: to screen readers by a live region, to everybody as a line that goes away again.
const region = document.getElementById("live");
const line = document.getElementById("toast");
let timer;

export function announce(text) {
  region.textContent = "";
  // A region that is emptied and filled in one step is not always read out.
  requestAnimationFrame(() => (region.textContent = text));
}

export function toast(text) {
  announce(text);
  line.textContent = text;
  line.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (line.hidden = true), 6000);
}
