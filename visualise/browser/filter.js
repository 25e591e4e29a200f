// Which items and links a view shows. Filters change what is seen, never what is in the file.

import { knownBy, possiblyTrueAt, undated } from "./dates.js";

/** @param {import("./page").Data} data @param {import("./page").View} view @returns {import("./page").Visible} */
export function visible(data, view) {
  const focus = view.focus.length ? new Set(view.focus) : null;
  const items = new Set();
  for (const item of data.items) {
    if (view.kindsOff.has(item.kind) || view.hidden.has(item.id) || (focus && !focus.has(item.id))) continue;
    if (view.date && view.reading === "known" && !item.records.some((each) => knownBy(each.recorded_from, view.date))) continue;
    items.add(item.id);
  }
  const links = new Set();
  for (const link of data.links) {
    if (items.has(link.start) && items.has(link.end) && shownLink(link, view)) links.add(link.id);
  }
  return { items, links };
}

/** Whether the filters leave the link, its ends apart.
 * @param {import("./page").Link} link @param {import("./page").View} view */
export function shownLink(link, view) {
  if (view.typesOff.has(link.type) || view.statusesOff.has(statusKey(link.status))) return false;
  if (!view.date) return true;
  if (view.reading === "known") return knownBy(link.recorded_from, view.date);
  if (!view.undated && undated(link)) return false;
  return possiblyTrueAt(link, view.date);
}

/** The line of the legend that a status falls under: what is inferred is drawn as what is alleged.
 * @param {string} status */
export function statusKey(status) {
  return status === "inferred" ? "alleged" : status;
}

/** An item and all within so many links of it, over links that the filters leave; not through what many share.
 * @param {import("./page").Data} data @param {import("./page").View} view @param {string} id @param {number} depth */
export function neighbourhood(data, view, id, depth) {
  const kinds = new Map(data.items.map((item) => [item.id, item.kind]));
  const through = new Set(["Force", "Body", "Offence", "Source"]);
  const found = new Set([id]);
  let edge = new Set([id]);
  for (let away = 0; away < depth; away += 1) {
    const next = new Set();
    for (const link of data.links) {
      if (!shownLink(link, view)) continue;
      for (const [here, there] of [[link.start, link.end], [link.end, link.start]]) {
        if (edge.has(here) && !found.has(there)) next.add(there);
      }
    }
    for (const each of next) found.add(each);
    edge = new Set([...next].filter((each) => !through.has(String(kinds.get(each)))));
  }
  return [...found].sort();
}
