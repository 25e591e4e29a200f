// The picture on its canvas: vis-network without physics, labels or tooltips of its own; two levels of data.

import { statusKey } from "./filter.js";
import { levelOfGroups, nodeOf } from "./marks.js";
import { overlay } from "./overlay.js";
import { outline } from "./shapes.js";

const LINE = /** @type {const} */ ({ light: "#5a5a5a", dark: "#a8a8a8" });

/** @param {import("./app.js").App} app @param {HTMLElement} room */
export function drawing(app, room) {
  const { data } = app;
  const kinds = new Map(data.kinds.map((kind) => [kind.label, kind]));
  const paths = new Map(data.kinds.map((kind) => [kind.label, new Path2D(outline(kind.shape, kind.size))]));
  const asked = new Set(data.about);
  const nodes = new vis.DataSet(data.network.nodes.map((node) => nodeOf(node, app, kinds, paths, asked)));
  const edges = new vis.DataSet(data.network.edges);
  const shownNodes = new vis.DataView(nodes, { filter: (/** @type {any} */ node) => app.shown.items.has(node.id) });
  const shownEdges = new vis.DataView(edges, { filter: (/** @type {any} */ edge) => app.shown.links.has(edge.id) });
  const network = new vis.Network(room, { nodes: shownNodes, edges: shownEdges }, { ...data.network.options, autoResize: true });
  const groups = data.overview ? levelOfGroups(data.overview) : null;
  let level = "items";
  let key = "";
  let grouping = "force";
  const picture = {
    network, nodes, touched: false,
    fit(animated = true) {
      network.fit({ animation: false, maxZoomLevel: 1.5 });
      const [scale, position] = [network.getScale() * 0.82, network.getViewPosition()]; // room for the labels
      network.moveTo({ scale, position, animation: animated && !still() ? { duration: 300 } : false });
    },
    /** @param {string} id */
    show(id) {
      if (network.body.nodes[id]) network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: still() ? false : { duration: 300 } });
    },
    theme() {
      network.setOptions({ edges: { color: { color: LINE[dark() ? "dark" : "light"], highlight: dark() ? "#ffffff" : "#000000", hover: dark() ? "#ffffff" : "#000000", inherit: false } } });
    },
  };
  const draw = overlay(app, network, kinds, paths, asked);
  network.on("afterDrawing", draw);
  network.on("click", (/** @type {any} */ event) => {
    if (level === "groups") {
      app.group = event.nodes[0] ?? "";
      app.refresh();
    } else if (event.nodes.length) app.select(event.nodes[0]);
    else if (event.edges.length) app.selectLink(event.edges[0]);
    else if (app.view.selected || app.view.link) app.select("");
  });
  network.on("doubleClick", (/** @type {any} */ event) => { if (level === "groups" && event.nodes.length) open(event.nodes[0]); });
  network.on("hoverNode", (/** @type {any} */ event) => { app.hovered = event.node; network.redraw(); });
  network.on("blurNode", () => { app.hovered = ""; network.redraw(); });
  network.on("dragStart", (/** @type {any} */ event) => { if (event.nodes.length) app.remember(); });
  network.on("dragEnd", (/** @type {any} */ event) => {
    if (!event.nodes.length || level === "groups") return;
    picture.touched = true;
    for (const [id, point] of Object.entries(network.getPositions(event.nodes))) app.moved.set(id, point);
    app.refresh();
  });
  /** Opens one mark of the overview. @param {string} id */
  const open = (id) => {
    const group = data.overview?.groups.find((each) => each.id === id);
    if (group) app.change((view) => { view.level = "items"; view.focus = group.members; });
  };
  app.listen(() => {
    const { view } = app;
    if (view.level !== level) {
      level = view.level;
      network.setData(level === "groups" ? groups : { nodes: shownNodes, edges: shownEdges });
      key = "";
      requestAnimationFrame(() => picture.fit(false));
    }
    if (level === "items") {
      putNodes(app, nodes, view.grouping !== grouping);
      grouping = view.grouping;
      const now = `${[...app.shown.items].join()} ${[...app.shown.links].join()}`;
      if (now !== key) {
        const refit = key && view.focus.length !== 0 && !key.startsWith([...app.shown.items].join());
        key = now;
        shownNodes.refresh();
        shownEdges.refresh();
        if (refit) picture.fit();
      }
      network.setSelection({ nodes: network.body.nodes[view.selected] ? [view.selected] : [], edges: network.body.edges[view.link] ? [view.link] : [] }, { highlightEdges: false });
    }
    draw.ranked();
    network.redraw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.theme());
  picture.theme();
  return { ...picture, open, lines: () => linesOf(app, network) };
}

/** Puts nodes where the reader dragged them, or else where the chosen grouping has them.
 * @param {import("./app.js").App} app @param {any} nodes @param {boolean} regroup */
function putNodes(app, nodes, regroup) {
  /** @type {any[]} */
  const moves = [];
  app.data.items.forEach((item, number) => {
    const drawn = app.data.network.nodes[number];
    const [x, y] = app.view.grouping === "community" ? app.data.by_community[number] : [drawn.x, drawn.y];
    const to = regroup ? { x, y } : app.moved.get(item.id) ?? { x, y };
    const now = nodes.get(item.id);
    if (now.x !== to.x || now.y !== to.y) moves.push({ id: item.id, ...to });
  });
  if (moves.length) nodes.update(moves);
}

/** The visible links as lines for a file, with where a bent one bends.
 * @param {import("./app.js").App} app @param {any} network */
function linesOf(app, network) {
  return app.data.links.filter((link) => app.shown.links.has(link.id) && link.start !== link.end).map((link) => {
    const edge = network.body.edges[link.id];
    const [from, to] = [network.body.nodes[link.start], network.body.nodes[link.end]];
    const middle = edge?.edgeType.options.smooth?.enabled ? edge.edgeType.getPoint(0.5) : null;
    const bend = middle ? { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 } : null;
    return { from: link.start, to: link.end, bend, status: statusKey(link.status), id: link.id };
  });
}

/** Whether the page is dark now. */
export function dark() {
  const theme = document.documentElement.dataset.theme;
  return theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** Whether the reader wants nothing to move by itself. */
export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
