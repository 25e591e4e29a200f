// The legend, which is the filter: a shape or line, a title, how many, and whether they are shown.

import { button, drawn, el, place } from "./elements.js";
import { statusKey } from "./filter.js";
import { outline } from "./shapes.js";

/** @param {import("./app.js").App} app */
export function legend(app) {
  const room = place("legend-room");
  const { data } = app;
  const kinds = data.kinds.map((each) => ({ name: each.label, title: each.plural, sign: mark(each) }));
  const types = data.types.map((each) => ({ ...each, sign: null }));
  const statuses = data.statuses.map((each) => ({ ...each, sign: line(each.name) }));
  room.append(
    list(app, "Things", kinds, "kindsOff", data.items.map((item) => item.kind), () => shownKinds(app)),
    list(app, "How it is stated", statuses, "statusesOff", data.links.map((link) => statusKey(link.status)), () => shownLinks(app, (link) => statusKey(link.status))),
    list(app, "Links", types, "typesOff", data.links.map((link) => link.type), () => shownLinks(app, (link) => link.type)),
    el("p", { class: "small", text: "A broken outline: the source does not say who or which it is. Alt-click: only this." }),
  );
}

/** One part of the legend; what does not occur in the data is left out.
 * @param {import("./app.js").App} app @param {string} title
 * @param {{name: string, title: string, sign: Element | null}[]} entries @param {"kindsOff" | "typesOff" | "statusesOff"} off
 * @param {string[]} all @param {() => Map<string, number>} shown */
function list(app, title, entries, off, all, shown) {
  const total = tally(all);
  const present = entries.filter((each) => total.has(each.name));
  const names = present.map((each) => each.name);
  const only = (/** @type {string} */ name) => app.change((view) => { view[off] = new Set(names.filter((each) => each !== name)); });
  const rows = present.map((each) => {
    const box = el("input", { type: "checkbox", checked: true, "data-filter": each.name });
    box.addEventListener("click", (event) => {
      if (event.altKey) {
        event.preventDefault();
        only(each.name);
      } else app.change((view) => (box.checked ? view[off].delete(each.name) : view[off].add(each.name)));
    });
    const count = el("span", { class: "count" });
    app.listen(() => {
      box.checked = !app.view[off].has(each.name);
      const now = shown().get(each.name) ?? 0;
      const of = total.get(each.name) ?? 0;
      count.textContent = now === of ? of.toLocaleString("en-GB") : `${now.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")}`;
    });
    return el("li", {}, [
      el("label", {}, [box, each.sign, el("span", { class: "title", text: each.title }), count]),
      button("only", () => only(each.name), { class: "only", "aria-label": `Only ${each.title}` }),
    ]);
  });
  const again = button("all", () => app.change((view) => view[off].clear()), { class: "only", "aria-label": `All of ${title}` });
  return el("fieldset", {}, [el("legend", {}, [title, " ", again]), el("ul", { class: "legend" }, rows)]);
}

/** @param {import("./app.js").App} app */
function shownKinds(app) {
  return tally([...app.shown.items].map((id) => app.item(id).kind));
}

/** @param {import("./app.js").App} app @param {(link: import("./page").Link) => string} key */
function shownLinks(app, key) {
  return tally(app.data.links.filter((link) => app.shown.links.has(link.id)).map(key));
}

/** @param {string[]} names */
function tally(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** @param {import("./page").Kind} kind */
export function mark(kind) {
  const path = drawn("path", { d: outline(kind.shape, 8), fill: kind.shape === "ring" ? "none" : kind.colour, class: "outline" });
  if (kind.shape === "ring") path.setAttribute("stroke", kind.colour);
  return drawn("svg", { viewBox: "-13 -11 26 22", width: 26, height: 22, "aria-hidden": "true", class: kind.shape }, [path]);
}

/** @param {string} status */
function line(status) {
  const look = /** @type {Record<string, [number, string]>} */ ({ stated: [2.2, ""], alleged: [1, ""], suggested: [1.4, "7 5"], denied: [1.8, "2 4"] });
  const [width, dashes] = look[status];
  const parts = [drawn("path", { d: "M-13 0H13", class: "line", "stroke-width": width, "stroke-dasharray": dashes })];
  if (status === "denied") parts.push(drawn("path", { d: "M-4 5L-1 -5M1 5L4 -5", class: "line", "stroke-width": 1.6 }));
  return drawn("svg", { viewBox: "-14 -11 28 22", width: 28, height: 22, "aria-hidden": "true" }, parts);
}
