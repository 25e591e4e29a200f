// The table: the same things and links as the picture, for who reads better in rows.

import { button, el, place } from "./elements.js";
import { counted, whereOf } from "./words.js";

const AT_ONCE = 200;

/** @param {import("./app.js").App} app @param {(id: string) => void} go */
export function table(app, go) {
  const room = place("tables");
  let rows = AT_ONCE;
  let drawn = "";
  app.listen(() => {
    const { view } = app;
    room.hidden = !view.table;
    place("picture").hidden = view.table;
    const key = `${view.masked} ${rows} ${[...app.shown.items].join()} ${app.shown.links.size} ${view.date} ${[...view.typesOff, ...view.statusesOff].join()}`;
    if (!view.table || key === drawn) return;
    drawn = key;
    const more = () => {
      rows += AT_ONCE;
      app.refresh();
    };
    room.replaceChildren(...ofItems(app, rows, go, more), ...ofLinks(app, rows, more));
  });
}

/** @param {import("./app.js").App} app @param {number} rows @param {(id: string) => void} go @param {() => void} more */
function ofItems(app, rows, go, more) {
  const items = app.data.items.filter((item) => app.shown.items.has(item.id));
  const kinds = new Map(app.data.kinds.map((kind) => [kind.label, kind.title]));
  const body = items.slice(0, rows).map((item) => {
    const links = (app.touching.get(item.id) ?? []).filter((link) => app.shown.links.has(link.id)).length;
    const sources = [...new Set(item.records.map((record) => record.source).filter(Boolean))].join(", ");
    const name = el("th", { scope: "row" }, [button(app.name(item.id), () => go(item.id), { class: "go" })]);
    return el("tr", {}, [name, ...[kinds.get(item.kind) ?? "", app.view.masked ? "" : item.forces.join(", "), String(links), sources].map((text) => el("td", { text }))]);
  });
  return part(counted(items.length, "item"), ["Name", "Kind", "Forces", "Links", "Sources"], body, items.length > rows ? more : null);
}

/** @param {import("./app.js").App} app @param {number} rows @param {() => void} more */
function ofLinks(app, rows, more) {
  const links = app.data.links.filter((link) => app.shown.links.has(link.id));
  const body = links.slice(0, rows).map((link) => {
    const press = button(app.sentence(link), () => app.selectLink(link.id), { class: link.status === "denied" ? "go struck" : "go" });
    const when = link.date || [link.since, link.until].filter(Boolean).join(" to ");
    return el("tr", {}, [el("th", { scope: "row" }, [press]), ...[link.status, when, whereOf(link, app.data.sources), link.recorded ?? ""].map((text) => el("td", { text }))]);
  });
  return part(counted(links.length, "link"), ["What is stated", "Status", "Date", "Source", "Recorded"], body, links.length > rows ? more : null);
}

/** @param {string} caption @param {string[]} heads @param {Element[]} body @param {(() => void) | null} more */
function part(caption, heads, body, more) {
  const head = el("thead", {}, [el("tr", {}, heads.map((text) => el("th", { scope: "col", text })))]);
  return [el("table", {}, [el("caption", { text: caption }), head, el("tbody", {}, body)]), ...(more ? [button("Show more rows", more)] : [])];
}
