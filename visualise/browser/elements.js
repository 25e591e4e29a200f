// Elements of the page, made one way: text is only ever text.

/** An element with its properties and what stands in it. `on` holds listeners, `text` its text; the rest are attributes.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, any>} [properties] @param {(Node | string | null)[]} [inside]
 * @returns {HTMLElementTagNameMap[Name]} */
export function el(name, properties = {}, inside = []) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "text") element.textContent = value;
    else if (key === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === "checked" || key === "value" || key === "hidden" || key === "disabled") /** @type {any} */ (element)[key] = value;
    else if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...inside.filter((each) => each !== null));
  return element;
}

/** @param {string} text @param {() => void} press @param {Record<string, any>} [properties] */
export function button(text, press, properties = {}) {
  return el("button", { type: "button", text, on: { click: press }, ...properties });
}

/** A box to tick, with its words.
 * @param {string} words @param {boolean} ticked @param {(ticked: boolean) => void} change */
export function tick(words, ticked, change) {
  const box = el("input", { type: "checkbox", checked: ticked, on: { change: () => change(box.checked) } });
  return el("label", { class: "tick" }, [box, words]);
}

/** The element of an id that the template holds.
 * @param {string} id @returns {HTMLElement} */
export function place(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** An element of SVG.
 * @param {string} name @param {Record<string, string | number>} attributes @param {Element[]} [inside] */
export function drawn(name, attributes, inside = []) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}

/** Says something to who cannot see it. @param {string} text */
export function speak(text) {
  place("spoken").textContent = text;
}
