// Why linked? Two things, and in plain sentences the routes between them; a denial between them is said first.

import { button, el, place, tick } from "./elements.js";
import { findRoutes } from "./routes.js";
import { whereOf } from "./words.js";

/** @param {import("./app.js").App} app @param {(id: string) => void} go */
export function why(app, go) {
  const { data } = app;
  const ground = groundOf(data);
  const ends = el("div", { class: "ends" });
  const answer = el("div", { id: "answer", "aria-live": "polite" });
  const limit = el("select", { id: "limit", "aria-label": "Links at most" }, data.rules.limits.map((each) => el("option", { value: each, text: `at most ${each} links` })));
  limit.addEventListener("change", () => app.change((view) => { view.limit = Number(limit.value); }));
  const stated = tick("stated only", false, (ticked) => app.change((view) => { view.statedOnly = ticked; }));
  const forces = tick("do not go through a force", true, (ticked) => app.change((view) => { view.throughHubs = !ticked; }));
  place("why-room").append(ends, el("div", { class: "row" }, [limit, stated, forces]), answer);
  let asked = "";
  app.listen(() => {
    const { view } = app;
    limit.value = String(view.limit);
    /** @type {HTMLInputElement} */ (stated.firstChild).checked = view.statedOnly;
    /** @type {HTMLInputElement} */ (forces.firstChild).checked = !view.throughHubs;
    const key = [view.a, view.b, view.limit, view.statedOnly, view.throughHubs, view.masked].join("|");
    if (key === asked) return;
    asked = key;
    ends.replaceChildren(end(app, "A", view.a, go), end(app, "B", view.b, go));
    app.lit = null;
    answer.replaceChildren(...(view.a && view.b ? routesTold(app, ground, go) : [el("p", { text: "Choose two things: search, then Set as A or Set as B." })]));
  });
}

/** @param {import("./app.js").App} app @param {"A" | "B"} letter @param {string} id @param {(id: string) => void} go */
function end(app, letter, id, go) {
  const clear = () => app.change((view) => { view[letter === "A" ? "a" : "b"] = ""; });
  const inside = id ? [button(app.name(id), () => go(id), { class: "go" }), button("Clear", clear, { "aria-label": `Clear ${letter}` })] : ["nothing yet"];
  return el("p", {}, [el("strong", { text: `${letter}: ` }), ...inside]);
}

/** @param {import("./app.js").App} app @param {import("./page").Ground} ground @param {(id: string) => void} go */
function routesTold(app, ground, go) {
  const { view, data } = app;
  const [start, finish] = [app.item(view.a).records[0].id, app.item(view.b).records[0].id];
  const asked = { limit: view.limit, stated_only: view.statedOnly, through_hubs: view.throughHubs };
  const found = findRoutes(ground, start, finish, asked, data.rules);
  const lit = { items: new Set([view.a, view.b]), links: new Set() };
  const parts = found.denials.map((id) => {
    const link = /** @type {import("./page").Link} */ (app.links.get(id));
    return el("div", { class: "link denied" }, [el("p", { text: `Denied: ${app.sentence(link)}` }), el("p", { class: "where", text: whereOf(link, data.sources) || "" }), el("p", { class: "where", text: link.recorded ? `recorded ${link.recorded}` : "" })]);
  });
  if (!found.routes.length) parts.push(el("div", {}, [el("p", { text: `No route of at most ${view.limit} links in this file. That is no proof that there is none.` })]));
  for (const [number, route] of found.routes.entries()) {
    const steps = route.steps.map((step) => {
      const link = app.links.get(step.link);
      const ends = [String(app.records.get(step.from)), String(app.records.get(step.to))];
      for (const id of ends) lit.items.add(id);
      if (!link) {
        const decision = data.decisions.find((each) => each.id === step.link);
        return el("li", {}, [(view.masked ? decision?.masked : decision?.text) ?? ""]);
      }
      lit.links.add(link.id);
      const when = [link.date || link.since, link.until].filter(Boolean).join(" to ");
      return el("li", {}, [app.sentence(link), el("p", { class: "where", text: [link.status, when, whereOf(link, data.sources)].filter(Boolean).join("; ") }), el("div", { class: "buttons" }, ends.map((id) => button(app.name(id), () => go(id), { class: "go" })))]);
    });
    const title = found.routes.length > 1 ? `Route ${number + 1} of ${found.routes.length}` : "Route";
    parts.push(el("div", { class: "route" }, [el("h3", { text: title }), el("ol", {}, steps), ...route.depends.map((each) => el("p", { text: each })), el("p", { class: "caveat", text: data.rules.caveat })]));
  }
  app.lit = lit;
  return parts;
}

/** What routes walk over: everything in the file, also what filters hide.
 * @param {import("./page").Data} data @returns {import("./page").Ground} */
export function groundOf(data) {
  const records = data.items.flatMap((item) => item.records.map((each) => ({ id: each.id, label: each.label, canonical_id: item.id })));
  const statements = data.links.map((link) => ({ ...link, source_id: link.source })).filter((link) => link.status !== "denied" && link.status !== "suggested");
  const decisions = data.decisions.map((each) => ({ id: each.id, left_id: each.left, right_id: each.right, basis: each.basis, state: each.applied ? "applied" : "none" }));
  const denials = data.links.filter((link) => link.type === "DENIAL");
  return { records, statements, decisions, denials };
}
