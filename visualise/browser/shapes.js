// The outline of each shape as an SVG path around 0,0, used on the canvas, in the legend and in exports alike.

/** @param {string} shape @param {number} size half of its width */
export function outline(shape, size) {
  const r = size;
  const points = (/** @type {[number, number][]} */ list) => `M${list.map(([x, y]) => `${round(x * r)} ${round(y * r)}`).join("L")}Z`;
  switch (shape) {
    case "square": return points([[-1, -1], [1, -1], [1, 1], [-1, 1]]);
    case "diamond": return points([[0, -1], [1, 0], [0, 1], [-1, 0]]);
    case "triangle": return points([[0, -1.1], [1, 0.8], [-1, 0.8]]);
    case "triangleDown": return points([[0, 1.1], [1, -0.8], [-1, -0.8]]);
    case "hexagon": return points([0, 1, 2, 3, 4, 5].map((turn) => [Math.cos((turn * Math.PI) / 3), Math.sin((turn * Math.PI) / 3)]));
    case "house": return points([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.2], [0, 1.1], [-0.9, 0.2]]);
    case "rounded": return box(r, r, r * 0.5);
    case "plate": return box(r * 1.5, r * 0.85, 2);
    default: return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
  }
}

/** @param {number} w @param {number} h @param {number} corner */
function box(w, h, corner) {
  const arc = (/** @type {number} */ x, /** @type {number} */ y) => `A${corner} ${corner} 0 0 1 ${round(x)} ${round(y)}`;
  return `M${round(corner - w)} ${round(-h)}L${round(w - corner)} ${round(-h)}${arc(w, corner - h)}L${round(w)} ${round(h - corner)}`
    + `${arc(w - corner, h)}L${round(corner - w)} ${round(h)}${arc(-w, h - corner)}L${round(-w)} ${round(corner - h)}${arc(corner - w, -h)}Z`;
}

/** @param {number} value */
export function round(value) {
  return Math.round(value * 100) / 100;
}

/** Where two strokes across a denied link stand: four points around its middle, for a link of this direction.
 * @param {{x: number, y: number}} middle @param {number} angle @param {number} size @returns {[number, number][][]} */
export function strokes(middle, angle, size) {
  const [along, across] = [[Math.cos(angle), Math.sin(angle)], [Math.cos(angle + 1.1), Math.sin(angle + 1.1)]];
  return [-0.35, 0.35].map((shift) => {
    const [x, y] = [middle.x + along[0] * size * shift, middle.y + along[1] * size * shift];
    return [[x - across[0] * size, y - across[1] * size], [x + across[0] * size, y + across[1] * size]];
  });
}
