// The details of a thing or a link: every record and link with source, place, whose word, status and dates.

import { button, el, place } from "./elements.js";
import { neighbourhood } from "./filter.js";
import { counted, whereOf } from "./words.js";

const LINKS_SHOWN = 100;
const RESTRICTED = new Map([
  ["reporting", "A reporting restriction applies."], ["anonymity", "A person's anonymity is protected."], ["active_proceedings", "Proceedings are active."],
]);
const restricted = (/** @type {string} */ mark) => RESTRICTED.get(mark) ?? "A restriction applies.";

/** @param {import("./app.js").App} app @param {{go: (id: string) => void, open: (group: string) => void}} ways */
export function details(app, ways) {
  const room = place("details-room");
  const title = place("details-title");
  const body = el("div", { id: "details" });
  room.append(body);
  app.listen(() => {
    const { view } = app;
    const link = app.links.get(view.link);
    const group = app.data.overview?.groups.find((each) => view.level === "groups" && each.id === app.group);
    if (group) {
      title.textContent = group.title;
      body.replaceChildren(...ofGroup(app, group, ways.open));
    } else if (link) {
      title.textContent = "A link";
      body.replaceChildren(ofLink(app, link, "", ways.go));
    } else if (view.selected) {
      title.textContent = view.masked ? app.item(view.selected).masked : app.item(view.selected).full;
      body.replaceChildren(...ofItem(app, app.item(view.selected), ways.go));
    } else {
      title.textContent = "Details";
      body.replaceChildren(...ofNothing(app, ways.go));
    }
  });
}

/** Where to begin: what the page was asked for.
 * @param {import("./app.js").App} app @param {(id: string) => void} go */
function ofNothing(app, go) {
  const asked = app.data.about.slice(0, LINKS_SHOWN);
  const list = asked.map((id) => el("li", {}, [button(app.name(id), () => go(id), { class: "go" }), " ", counted(app.touching.get(id)?.length ?? 0, "link")]));
  const more = app.data.about.length - asked.length;
  return [
    el("p", { text: app.view.level === "groups"
      ? "Each mark is a group of things: press one to see what it holds, open it, or search for somebody."
      : "Press a mark or a line in the picture, or search." }),
    ...(list.length ? [el("h3", { text: "Begin with what was asked for" }), el("ul", { class: "links" }, list)] : []),
    ...(more > 0 ? [el("p", { text: `and ${counted(more, "other")}; search finds them.` })] : []),
  ];
}

/** @param {import("./app.js").App} app @param {import("./page").Item} item @param {(id: string) => void} go */
function ofItem(app, item, go) {
  const { view } = app;
  const kind = app.data.kinds.find((each) => each.label === item.kind);
  const buttons = el("div", { class: "buttons", role: "group", "aria-label": "With this" }, [
    button("Set as A", () => app.change((now) => { now.a = item.id; })),
    button("Set as B", () => app.change((now) => { now.b = item.id; })),
    button("Focus", () => app.change((now) => { now.focus = neighbourhood(app.data, now, item.id, 2); })),
    button("Hide", () => app.change((now) => { now.hidden.add(item.id); now.selected = ""; })),
    button(view.pinned.has(item.id) ? "Unpin" : "Pin", () => app.change((now) => { if (!now.pinned.delete(item.id)) now.pinned.add(item.id); })),
  ]);
  const links = [...(app.touching.get(item.id) ?? [])].sort((one, other) => order(one) - order(other));
  const list = el("ul", { class: "links" });
  const more = button("Show more", () => fill(list.childElementCount + LINKS_SHOWN));
  const fill = (/** @type {number} */ count) => {
    list.replaceChildren(...links.slice(0, count).map((link) => el("li", {}, [ofLink(app, link, item.id, go)])));
    more.hidden = count >= links.length;
  };
  fill(LINKS_SHOWN);
  const decided = app.data.decisions.filter((each) => app.records.get(each.left) === item.id || app.records.get(each.right) === item.id);
  return [
    el("p", { class: "kind", text: [kind?.title, item.identified ? "" : "not identified by the source", view.masked ? "" : item.forces.join(", ")].filter(Boolean).join("; ") }),
    ...item.marks.map((mark) => el("p", { class: "restricted", text: restricted(mark) })),
    buttons,
    el("h3", { text: counted(links.length, "link") }),
    list, more,
    el("h3", { text: item.records.length > 1 ? `One thing by decision, of ${item.records.length} records` : "The record" }),
    ...item.records.map((record, number) => ofRecord(app, record, number === 0)),
    ...(decided.length ? [el("h3", { text: "Decided" }), el("ul", {}, decided.map((each) => el("li", { text: view.masked ? each.masked : each.text })))] : []),
  ];
}

/** @param {import("./page").Link} link */
function order(link) {
  return link.status === "denied" ? 0 : link.status === "suggested" ? 2 : 1;
}

/** @param {import("./app.js").App} app @param {import("./page").Told} record @param {boolean} open */
function ofRecord(app, record, open) {
  const facts = record.facts.filter(([, , personal]) => !(personal && app.view.masked));
  const kept = record.facts.length - facts.length;
  const where = whereOf(record, app.data.sources);
  const told = el("dl", {}, facts.flatMap(([title, value]) => [el("dt", { text: title }), el("dd", { text: value })]));
  return el("details", open ? { open: "" } : {}, [
    el("summary", { text: record.quoted }),
    told,
    ...(kept ? [el("p", { class: "small", text: `${counted(kept, "fact")} not shown while names are masked.` })] : []),
    el("p", { class: "where", text: [where || "given by a vocabulary", record.recorded && `recorded ${record.recorded}`].filter(Boolean).join("; ") }),
    el("p", { class: "id", text: record.id }),
  ]);
}

/** @param {import("./app.js").App} app @param {import("./page").Link} link @param {string} here the item it is read from
 * @param {(id: string) => void} go */
export function ofLink(app, link, here, go) {
  const ends = [link.start, link.end].filter((id, number, all) => id !== here && all.indexOf(id) === number);
  const to = ends.map((id) => button(app.name(id), () => go(id), { class: "go" }));
  const text = el(link.status === "denied" ? "s" : "span", { class: "sentence", text: app.sentence(link) });
  const happened = link.date ? `date ${link.date}` : [link.since && `from ${link.since}`, link.until && `until ${link.until}`].filter(Boolean).join(" ");
  const about = [
    link.status === "suggested" ? "suggested, not decided" : link.status, happened || "undated",
    whereOf(link, app.data.sources), link.recorded && `recorded ${link.recorded}`, link.restriction && restricted(link.restriction),
  ];
  return el("div", { class: `link ${link.status}` }, [text, el("p", { class: "where", text: about.filter(Boolean).join("; ") }), el("div", { class: "buttons" }, to)]);
}

/** @param {import("./app.js").App} app @param {import("./page").Group} group @param {(group: string) => void} open */
function ofGroup(app, group, open) {
  const title = (/** @type {string} */ kind) => app.data.kinds.find((each) => each.label === kind)?.plural ?? kind;
  return [
    el("p", { text: "Drawn as one mark, because the whole is too large to read at once." }),
    el("ul", {}, group.counts.map(([kind, count]) => el("li", { text: `${title(kind)}: ${count.toLocaleString("en-GB")}` }))),
    el("div", { class: "buttons" }, [button("Open this group", () => open(group.id))]),
  ];
}
