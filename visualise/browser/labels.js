// Labels of one size that never overlap: under their marks, else above, aside or beside them, else not at all.

const LABELS_DRAWN = 250;
const TRIED = 1500;
const LINE_SIGNS = 26;
const LINE_HIGH = 14;
/** Among so few marks each is kept free of the labels of others, and a label may stand anywhere around its own; among
 * more that would leave few and take long. */
const FEW = 200;

/** @param {import("./app.js").App} app @param {any} network */
export function labelling(app, network) {
  /** @type {Map<string, number>} */
  const widths = new Map();
  const titles = new Map((app.data.overview?.groups ?? []).map((group) => [group.id, group.title]));

  /** @param {CanvasRenderingContext2D} context @param {string} text */
  const measured = (context, text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = context.measureText(text).width;
    widths.set(text, width);
    return width;
  };

  /** Draws the labels of the given marks, the first ones first.
   * @param {CanvasRenderingContext2D} context @param {string[]} order @param {string} ink @param {string} paper */
  return (context, order, ink, paper) => {
    const groups = app.view.level === "groups";
    const ratio = window.devicePixelRatio || 1;
    const matrix = context.getTransform();
    const scale = network.getScale();
    const [wide, high] = [context.canvas.width / ratio, context.canvas.height / ratio];
    const onScreen = (/** @type {any} */ node) => ({
      x: (matrix.a * node.x + matrix.e) / ratio, y: (matrix.d * node.y + matrix.f) / ratio, reach: node.options.size * scale,
    });
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { font: "12px sans-serif", textAlign: "center", lineWidth: 3, lineJoin: "round", strokeStyle: paper, fillStyle: ink });
    /** @type {Set<number>} */
    const taken = new Set();
    const few = order.length <= FEW;
    if (few) {
      for (const id of order) {
        const node = network.body.nodes[id];
        if (!node) continue;
        const { x, y, reach } = onScreen(node);
        for (const cell of cellsOf(x, y - 0.7 * reach, 1.4 * reach, 1.4 * reach)) taken.add(cell);
      }
    }
    let drawn = 0;
    for (const id of order.slice(0, TRIED)) {
      if (drawn >= LABELS_DRAWN) break;
      const node = network.body.nodes[id];
      if (!node || (app.lit && !groups && !app.lit.items.has(id))) continue;
      const { x, y, reach } = onScreen(node);
      if (x < 0 || x > wide || y < -20 || y > high + 20) continue;
      const wanted = id === app.view.selected || id === app.hovered;
      const lines = broken(groups ? titles.get(id) ?? "" : app.name(id), wanted);
      const width = Math.max(...lines.map((line) => measured(context, line)));
      const height = LINE_HIGH * lines.length;
      const middle = Math.min(Math.max(x, width / 2 + 3), wide - width / 2 - 3);
      const [below, above, shift] = [y + reach + 4, y - reach - 4 - height, width / 2 - reach];
      const around = few ? [
        { x: middle, y: above },
        { x: x - shift, y: below }, { x: x + shift, y: below }, { x: x - shift, y: above }, { x: x + shift, y: above },
        { x: x + reach + 6 + width / 2, y: y - height / 2 }, { x: x - reach - 6 - width / 2, y: y - height / 2 },
      ].filter((place) => place.x - width / 2 >= 0 && place.x + width / 2 <= wide) : [];
      const places = [{ x: middle, y: below }, ...around];
      const free = places.find((place) => !cellsOf(place.x, place.y, width, height).some((cell) => taken.has(cell))) ?? (wanted ? places[0] : null);
      if (!free) continue;
      for (const cell of cellsOf(free.x, free.y, width, height)) taken.add(cell);
      lines.forEach((line, number) => {
        context.strokeText(line, free.x, free.y + 11 + LINE_HIGH * number);
        context.fillText(line, free.x, free.y + 11 + LINE_HIGH * number);
      });
      drawn += 1;
    }
    context.restore();
  };
}

/** The cells of a fine grid that a box covers. @param {number} middle @param {number} top @param {number} width @param {number} height */
function cellsOf(middle, top, width, height) {
  const cells = [];
  for (let column = Math.floor((middle - width / 2) / 10); column <= Math.floor((middle + width / 2) / 10); column += 1) {
    for (let row = Math.floor(top / 7); row <= Math.floor((top + height) / 7); row += 1) cells.push(column * 100_003 + row);
  }
  return cells;
}

/** A label in two lines at most, cut short unless it is looked at. @param {string} text @param {boolean} whole @returns {string[]} */
function broken(text, whole) {
  if (text.length <= LINE_SIGNS) return [text];
  const space = text.lastIndexOf(" ", LINE_SIGNS);
  const at = space > LINE_SIGNS / 3 ? space : LINE_SIGNS;
  const rest = text.slice(at).trim();
  return [text.slice(0, at), rest.length <= LINE_SIGNS || whole ? rest : `${rest.slice(0, LINE_SIGNS - 2).trimEnd()}…`];
}
