// Search over names and ids: without case and accents, and within a kind as in `officer: ash`.

import { folded } from "./words.js";

/** The items that fit, best first: whose name begins with the text, then which hold each of its words, those that are
 * named before those that are only described with the words.
 * @param {import("./page").Data} data @param {string} typed @param {number} most @param {boolean} masked */
export function searched(data, typed, most, masked) {
  const [, kind, rest] = /^\s*([\p{L} -]+):(.*)$/u.exec(typed) ?? ["", "", typed];
  const wanted = kind.trim() && kindCalled(data, kind);
  const text = folded(wanted ? rest : typed);
  const id = (wanted ? rest : typed).trim().toLowerCase().replace(/-/g, "").replace(/^[a-z]+[ :]/, "");
  if (!text && !wanted) return [];
  const words = text.split(" ").filter(Boolean);
  /** @type {[number, import("./page").Item][]} */
  const found = [];
  for (const item of data.items) {
    if (wanted && item.kind !== wanted) continue;
    const byId = id.length >= 3 && item.records.some((each) => each.id.slice(each.id.indexOf(":") + 1).startsWith(id));
    const names = masked ? folded(item.masked) : item.searched;
    if (byId) found.push([0, item]);
    else if (names.startsWith(text)) found.push([1, item]);
    else if (words.every((word) => names.includes(word))) found.push([item.identified ? 2 : 3, item]);
  }
  found.sort(([one, a], [other, b]) => one - other || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  return found.slice(0, most).map(([, item]) => item);
}

/** @param {import("./page").Data} data @param {string} typed */
function kindCalled(data, typed) {
  const name = folded(typed).replace(/ /g, "");
  const fits = (/** @type {string} */ each) => folded(each).replace(/ /g, "");
  return data.kinds.find((kind) => [kind.label, kind.title, kind.plural].some((each) => fits(each) === name))?.label ?? "";
}
