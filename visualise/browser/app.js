// The page's one state: the data, the view the reader has chosen, what it shows, and who is told when that changes.

import { visible } from "./filter.js";
import { copyOf, startingView } from "./view.js";
import { nameOf, sentenceOf } from "./words.js";

/** @typedef {{view: import("./page").View, moved: Map<string, {x: number, y: number}>}} Moment */
/** @typedef {ReturnType<typeof application>} App */

/** @param {import("./page").Data} data */
export function application(data) {
  const items = new Map(data.items.map((item) => [item.id, item]));
  const links = new Map(data.links.map((link) => [link.id, link]));
  const records = new Map(data.items.flatMap((item) => item.records.map((each) => [each.id, item.id])));
  /** @type {Map<string, import("./page").Link[]>} */
  const touching = new Map(data.items.map((item) => [item.id, []]));
  for (const link of data.links) {
    touching.get(link.start)?.push(link);
    if (link.end !== link.start) touching.get(link.end)?.push(link);
  }
  /** @type {Moment[]} */
  const past = [];
  /** @type {(() => void)[]} */
  const told = [];
  const start = startingView(data);
  const view = copyOf(start);
  const app = {
    data, items, links, records, touching, start, view,
    shown: visible(data, view),
    /** What a route or a hovered thing lets stand out; null where nothing is dimmed.
     * @type {{items: Set<string>, links: Set<string>} | null} */
    lit: null,
    hovered: "",
    /** Positions that the reader dragged things to. @type {Map<string, {x: number, y: number}>} */
    moved: new Map(),
    group: "",
    /** @param {() => void} listener */
    listen(listener) { told.push(listener); },
    /** Changes the view and tells everybody. @param {(view: import("./page").View) => void} how */
    change(how) {
      app.remember();
      how(app.view);
      app.refresh();
    },
    remember() {
      past.push({ view: copyOf(app.view), moved: new Map(app.moved) });
      if (past.length > 100) past.shift();
    },
    canUndo() { return past.length > 0; },
    undo() {
      const before = past.pop();
      if (!before) return;
      app.view = before.view;
      app.moved = before.moved;
      app.refresh();
    },
    refresh() {
      app.shown = visible(data, app.view);
      for (const listener of told) listener();
    },
    /** @param {string} id */
    item(id) { return /** @type {import("./page").Item} */ (items.get(id)); },
    /** @param {string} id */
    name(id) { return nameOf(app.item(id), app.view.masked); },
    /** @param {import("./page").Link} link */
    sentence(link) { return sentenceOf(link, app.item(link.start), app.item(link.end), app.view.masked); },
    /** Selects an item, and shows it where it was hidden. @param {string} id */
    select(id) {
      app.change((view) => {
        view.selected = id;
        view.link = "";
        if (id) unhide(app.item(id), view);
      });
    },
    /** @param {string} id */
    selectLink(id) {
      app.change((view) => {
        view.link = id;
        view.selected = "";
      });
    },
  };
  return app;
}

/** @param {import("./page").Item} item @param {import("./page").View} view */
function unhide(item, view) {
  view.level = "items";
  view.hidden.delete(item.id);
  view.kindsOff.delete(item.kind);
  if (view.focus.length && !view.focus.includes(item.id)) view.focus = [];
}
