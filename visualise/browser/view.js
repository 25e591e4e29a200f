// What the reader has chosen to see: how it begins, and how it travels in a link, which holds no name.

const SETS = /** @type {const} */ (["kindsOff", "typesOff", "statusesOff", "hidden", "pinned"]);
const FLAGS = /** @type {const} */ (["undated", "masked", "statedOnly", "throughHubs", "table"]);
const IDS = /** @type {const} */ (["selected", "link", "a", "b"]);
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** @param {{overview: unknown, rules: {limit: number}}} data @returns {import("./page").View} */
export function startingView(data) {
  return {
    kindsOff: new Set(), typesOff: new Set(), statusesOff: new Set(), hidden: new Set(), pinned: new Set(),
    focus: [], date: "", reading: "at", undated: true, masked: false, selected: "", link: "", a: "", b: "",
    limit: data.rules.limit, statedOnly: false, throughHubs: false, grouping: "force",
    level: data.overview ? "groups" : "items", table: false,
  };
}

/** @param {import("./page").View} view @returns {import("./page").View} */
export function copyOf(view) {
  const copy = { ...view, focus: [...view.focus] };
  for (const name of SETS) copy[name] = new Set(view[name]);
  return copy;
}

/** The view as the text after `#v=`: only what differs from how it begins.
 * @param {import("./page").View} view @param {import("./page").View} start */
export function viewAsText(view, start) {
  /** @type {Record<string, unknown>} */
  const told = {};
  for (const name of SETS) if (view[name].size) told[name] = [...view[name]].sort();
  for (const name of [...FLAGS, ...IDS, "date", "reading", "limit", "grouping", "level"]) {
    const key = /** @type {keyof import("./page").View} */ (name);
    if (view[key] !== start[key]) told[name] = view[key];
  }
  if (view.focus.length) told.focus = view.focus;
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The view that a text tells, or null where any of it is not what such a text can hold.
 * @param {string} text @param {import("./page").View} start
 * @param {{kinds: Set<string>, types: Set<string>, statuses: Set<string>, items: Set<string>, links: Set<string>, limits: number[]}} known
 * @returns {import("./page").View | null} */
export function viewFromText(text, start, known) {
  let told;
  try {
    if (text.length > 200_000) return null;
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
    told = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (typeof told !== "object" || told === null || Array.isArray(told)) return null;
  const view = copyOf(start);
  const allowed = {
    kindsOff: known.kinds, typesOff: known.types, statusesOff: known.statuses, hidden: known.items, pinned: known.items,
  };
  const inside = (/** @type {unknown} */ value, /** @type {Set<string>} */ set) =>
    Array.isArray(value) && value.every((each) => typeof each === "string" && set.has(each));
  for (const [name, value] of Object.entries(told)) {
    const key = /** @type {any} */ (name);
    if (SETS.includes(key) && inside(value, allowed[/** @type {"hidden"} */ (key)])) {
      view[/** @type {"hidden"} */ (key)] = new Set(value);
    } else if (FLAGS.includes(key) && typeof value === "boolean") view[/** @type {"masked"} */ (key)] = value;
    else if (name === "link" && known.links.has(value)) view.link = value;
    else if (IDS.includes(key) && name !== "link" && known.items.has(value)) view[/** @type {"a"} */ (key)] = value;
    else if (name === "focus" && inside(value, known.items)) view.focus = value;
    else if (name === "date" && typeof value === "string" && DATE.test(value)) view.date = value;
    else if (name === "reading" && (value === "at" || value === "known")) view.reading = value;
    else if (name === "limit" && known.limits.includes(value)) view.limit = value;
    else if (name === "grouping" && (value === "force" || value === "community")) view.grouping = value;
    else if (name === "level" && (value === "items" || (value === "groups" && start.level === "groups"))) view.level = value;
    else return null;
  }
  return view;
}
