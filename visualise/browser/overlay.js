// What is drawn over the picture: numbers, strokes through what is denied, the veil over what a route does not use, and
// the labels.

import { labelling } from "./labels.js";
import { badgeSize } from "./svg.js";
import { strokes } from "./shapes.js";

/** @param {import("./app.js").App} app @param {any} network @param {Map<string, import("./page").Kind>} kinds
 * @param {Map<string, Path2D>} paths @param {Set<string>} asked */
export function overlay(app, network, kinds, paths, asked) {
  /** @type {string[]} */
  let order = [];
  /** @type {import("./page").Link[]} */
  let denied = [];
  const labels = labelling(app, network);
  const degree = new Map(app.data.items.map((item) => [item.id, app.touching.get(item.id)?.length ?? 0]));
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    return { ink: style.getPropertyValue("--ink").trim(), paper: style.getPropertyValue("--paper").trim() };
  };

  const draw = (/** @type {CanvasRenderingContext2D} */ context) => {
    const { ink, paper } = colours();
    const groups = app.view.level === "groups";
    if (!groups && app.lit) veil(context, paper, ink);
    if (!groups) {
      numbers(context);
      for (const link of denied) cross(context, link, ink);
    }
    labels(context, groups ? app.data.overview?.groups.map((group) => group.id) ?? [] : order, ink, paper);
  };

  /** Dims everything, then draws again what the route uses. @param {CanvasRenderingContext2D} context @param {string} paper @param {string} ink */
  const veil = (context, paper, ink) => {
    const lit = app.lit;
    if (!lit) return;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 0.82;
    context.fillStyle = paper;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    context.save();
    context.strokeStyle = ink;
    for (const id of lit.links) {
      const edge = network.body.edges[id];
      if (!edge?.connected) continue;
      context.lineWidth = 3;
      context.beginPath();
      for (let part = 0; part <= 12; part += 1) {
        const { x, y } = edge.edgeType.getPoint(part / 12);
        if (part) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
      context.stroke();
    }
    for (const id of lit.items) {
      const node = network.body.nodes[id];
      const kind = kinds.get(app.items.get(id)?.kind ?? "");
      const path = paths.get(kind?.label ?? "");
      if (!node || !kind || !path) continue;
      context.save();
      context.translate(node.x, node.y);
      context.fillStyle = kind.shape === "ring" ? "#ffffff" : kind.colour;
      context.strokeStyle = kind.shape === "ring" ? kind.colour : "#222222";
      context.lineWidth = kind.shape === "ring" ? 4 : 2.5;
      context.fill(path);
      context.stroke(path);
      context.restore();
    }
    context.restore();
  };

  /** Numbers in cohorts and figures, how many records a mark folds, and a sign on what is restricted. @param {CanvasRenderingContext2D} context */
  const numbers = (context) => {
    if (network.getScale() < 0.3) return;
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const id of app.shown.items) {
      const item = app.item(id);
      const node = network.body.nodes[id];
      if (!node || (app.lit && !app.lit.items.has(id))) continue;
      const size = kinds.get(item.kind)?.size ?? 12;
      context.fillStyle = "#111111";
      if (item.badge) {
        context.font = `${badgeSize(item.badge, size)}px sans-serif`;
        context.fillText(item.badge, node.x, node.y + 1);
      } else if (item.records.length > 1) {
        context.font = "bold 9px sans-serif";
        context.fillText(String(item.records.length), node.x, node.y + 1);
      }
      if (item.marks.length) {
        context.font = "bold 11px sans-serif";
        context.fillStyle = "#ffffff";
        context.strokeStyle = "#222222";
        context.lineWidth = 1.2;
        context.beginPath();
        context.rect(node.x + size * 0.6, node.y - size - 8, 14, 14);
        context.fill();
        context.stroke();
        context.fillStyle = "#111111";
        context.fillText("R", node.x + size * 0.6 + 7, node.y - size - 0.5);
      }
    }
    context.restore();
  };

  /** @param {CanvasRenderingContext2D} context @param {import("./page").Link} link @param {string} ink */
  const cross = (context, link, ink) => {
    const edge = network.body.edges[link.id];
    if (!edge?.connected || (app.lit && !app.lit.links.has(link.id))) return;
    const angle = Math.atan2(edge.to.y - edge.from.y, edge.to.x - edge.from.x);
    context.save();
    context.strokeStyle = ink;
    context.lineWidth = 2;
    for (const [[x, y], [toX, toY]] of strokes(edge.edgeType.getPoint(0.5), angle, 8)) {
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(toX, toY);
      context.stroke();
    }
    context.restore();
  };

  /** Works out once, for many redraws, which labels come first. */
  draw.ranked = () => {
    const { view } = app;
    const rank = (/** @type {string} */ id) => {
      if (id === view.selected) return 1e9;
      if (id === view.a || id === view.b) return 1e8;
      if (app.lit?.items.has(id)) return 1e7;
      return (asked.has(id) || view.pinned.has(id) ? 1e6 : 0) + (degree.get(id) ?? 0);
    };
    order = [...app.shown.items].map((id) => /** @type {[number, string]} */ ([rank(id), id])).sort(([one], [other]) => other - one).map(([, id]) => id);
    denied = app.data.links.filter((link) => link.status === "denied" && app.shown.links.has(link.id));
  };
  return draw;
}
