// Elements from calls. Text stays text: there is no way from a string to markup here.

/** h("button.primary", {type: "button", onclick}, "Go"): properties may be left out; null children are skipped. */
export function h(selector, ...rest) {
  const [name, ...classes] = selector.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  return fill(element, rest);
}

export function svg(name, ...rest) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), rest);
}

function fill(element, rest) {
  const plain = rest[0]?.constructor === Object;
  for (const [key, value] of Object.entries(plain ? rest[0] : {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key.startsWith("--")) element.style.setProperty(key, value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...(plain ? rest.slice(1) : rest).flat(Infinity).filter((one) => one || one === 0));
  return element;
}

/** Replaces what an element holds; what was focused or open before is so again where its id still exists. */
export function refill(element, ...children) {
  const focused = element.contains(document.activeElement) && document.activeElement.id;
  const open = [...element.querySelectorAll("details[open][id]")].map((one) => one.id);
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus();
}

let numbers = 0;
/** An id that nothing else on the page has. */
export const newId = (stem) => `${stem}-${++numbers}`;
