// The marks of the picture as vis-network draws them: items with the look of their kind, and groups of the overview.

/** A node as vis-network takes it, with the colours of its kind. @param {any} node @param {import("./app.js").App} app @param {Map<string, import("./page").Kind>} kinds
 * @param {Map<string, Path2D>} paths @param {Set<string>} asked */
export function nodeOf(node, app, kinds, paths, asked) {
  const kind = /** @type {import("./page").Kind} */ (kinds.get(node.group));
  const item = app.item(node.id);
  const border = asked.has(node.id) ? 4 : 1.5;
  const colour = { background: kind.colour, border: "#222222" };
  const own = node.shape === "custom" ? { ctxRenderer: renderer(kind, /** @type {Path2D} */ (paths.get(kind.label)), item, border) } : {};
  const { group, ...rest } = node;
  return {
    ...rest, ...own, kind: group, borderWidth: border, color: { ...colour, highlight: colour, hover: colour },
    shapeProperties: item.identified ? {} : { borderDashes: [4, 3] },
  };
}

/** Draws a shape that vis-network does not have.
 * @param {import("./page").Kind} kind @param {Path2D} path @param {import("./page").Item} item @param {number} border */
function renderer(kind, path, item, border) {
  const side = kind.size * (kind.shape === "plate" ? 3 : 2);
  return (/** @type {any} */ { ctx, x, y, state }) => ({
    drawNode() {
      ctx.save();
      ctx.translate(x, y);
      ctx.fillStyle = kind.shape === "ring" ? "#ffffff" : kind.colour;
      ctx.strokeStyle = kind.shape === "ring" ? kind.colour : "#222222";
      ctx.lineWidth = (kind.shape === "ring" ? 4 : border) + (state.selected ? 2 : 0);
      if (!item.identified) ctx.setLineDash([4, 3]);
      ctx.fill(path);
      ctx.stroke(path);
      ctx.restore();
    },
    nodeDimensions: { width: side, height: kind.size * 2 },
  });
}

/** The overview as nodes and edges of its own. @param {{groups: import("./page").Group[], between: [string, string, number][]}} overview */
export function levelOfGroups(overview) {
  const colour = { background: "#D9D9D9", border: "#222222", highlight: { background: "#ffffff", border: "#222222" }, hover: { background: "#ffffff", border: "#222222" } };
  return {
    nodes: new vis.DataSet(overview.groups.map((group) => ({ id: group.id, x: group.x, y: group.y, shape: "dot", label: "", size: Math.min(70, 12 + Math.sqrt(group.members.length) * 3), color: colour }))),
    edges: new vis.DataSet(overview.between.map(([from, to, count]) => ({ id: `${from} ${to}`, from, to, width: Math.min(8, 0.6 + Math.log2(count)), arrows: { to: { enabled: false } } }))),
  };
}
