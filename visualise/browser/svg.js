// The picture as SVG, always on white: what is visible, with title, date, counts and marking under it.

import { xml } from "./files.js";
import { outline, round, strokes } from "./shapes.js";

export const WIDTH = 2400;
const LABELS_SAVED = 250;
const LOOKS = new Map([
  ["stated", 'stroke-width="1.8"'], ["suggested", 'stroke-width="1.2" stroke-dasharray="7 5"'], ["denied", 'stroke-width="1.6" stroke-dasharray="2 4"'],
]);

/** @typedef {{id: string, kind: import("./page").Kind, x: number, y: number, label: string, badge: string, known: boolean, strong: boolean, faint: boolean}} Mark */
/** @typedef {{from: Mark, to: Mark, bend: {x: number, y: number} | null, status: string, arrow: boolean, faint: boolean}} Line */

/** @param {Mark[]} marks @param {Line[]} lines @param {string[]} caption lines of text under the picture, the title first
 * @returns {{text: string, width: number, height: number}} */
export function svg(marks, lines, caption) {
  const xs = marks.map((mark) => mark.x);
  const ys = marks.map((mark) => mark.y);
  const [left, right] = [min(xs) - 90, -min(xs.map((x) => -x)) + 90];
  const [top, bottom] = [min(ys) - 60, -min(ys.map((y) => -y)) + 70];
  const scale = WIDTH / Math.max(right - left, 300);
  const font = Math.max(20 / scale, 8);
  const tall = Math.max(bottom - top, 200);
  const text = 30 / scale;
  const height = Math.round((tall + text * 1.6 * (caption.length + 1)) * scale);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="${round(left)} ${round(top)} ${round(WIDTH / scale)} ${round(height / scale)}" font-family="sans-serif">`,
    `<title>${xml(caption[0] ?? "")}</title>`,
    `<rect x="${round(left)}" y="${round(top)}" width="100%" height="100%" fill="#ffffff"/>`,
    ...lines.flatMap(lineOf), ...marks.map((mark) => markOf(mark)), ...labels(marks, font),
    ...caption.map((each, number) => `<text x="${round(left + text)}" y="${round(top + tall + text * 1.6 * (number + 1))}" font-size="${round(number ? text * 0.8 : text)}" fill="#111111"${number ? "" : ' font-weight="bold"'}>${xml(each)}</text>`),
    "</svg>", "",
  ];
  return { text: parts.join("\n"), width: WIDTH, height };
}

/** @param {number[]} values */
function min(values) {
  return values.reduce((least, each) => Math.min(least, each), Infinity);
}

/** @param {Line} line */
function lineOf(line) {
  const { from, to, bend } = line;
  const path = bend ? `M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}` : `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`;
  const faint = line.faint ? ' opacity="0.15"' : "";
  const parts = [`<path d="${path}" fill="none" stroke="#444444" ${LOOKS.get(line.status) ?? 'stroke-width="0.9"'}${faint}/>`];
  const before = bend ?? from;
  const angle = Math.atan2(to.y - before.y, to.x - before.x);
  if (line.status === "denied") {
    const middle = bend ? { x: (from.x + 2 * bend.x + to.x) / 4, y: (from.y + 2 * bend.y + to.y) / 4 } : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const both = strokes(middle, Math.atan2(to.y - from.y, to.x - from.x), 8);
    parts.push(`<path d="${both.map((stroke) => `M${stroke.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}`).join("")}" stroke="#444444" stroke-width="2" fill="none"${faint}/>`);
  } else if (line.arrow) {
    const [x, y] = [to.x - Math.cos(angle) * (to.kind.size + 1), to.y - Math.sin(angle) * (to.kind.size + 1)];
    const corner = (/** @type {number} */ turn) => `${round(x - 8 * Math.cos(angle + turn))} ${round(y - 8 * Math.sin(angle + turn))}`;
    parts.push(`<path d="M${round(x)} ${round(y)}L${corner(0.45)}L${corner(-0.45)}Z" fill="#444444"${faint}/>`);
  }
  return parts;
}

/** @param {Mark} mark */
function markOf(mark) {
  const ring = mark.kind.shape === "ring";
  const dashes = mark.known ? "" : ' stroke-dasharray="4 3"';
  const look = ring ? `fill="#ffffff" stroke="${mark.kind.colour}" stroke-width="4"` : `fill="${mark.kind.colour}" stroke="#222222" stroke-width="${mark.strong ? 4 : 1.5}"`;
  const badge = mark.badge ? `<text text-anchor="middle" y="4" font-size="${badgeSize(mark.badge, mark.kind.size)}" fill="#111111">${xml(mark.badge)}</text>` : "";
  return `<g transform="translate(${round(mark.x)} ${round(mark.y)})"${mark.faint ? ' opacity="0.2"' : ""}><path d="${outline(mark.kind.shape, mark.kind.size)}" ${look}${dashes}/>${badge}</g>`;
}

/** A size of letters at which a badge fits its mark.
 * @param {string} badge @param {number} size */
export function badgeSize(badge, size) {
  return round(Math.min(size * 0.8, (size * 2.6) / Math.max(badge.length, 1)));
}

/** Labels under their marks, each only where none is yet.
 * @param {Mark[]} marks @param {number} font */
function labels(marks, font) {
  /** @type {[number, number, number, number][]} */
  const taken = [];
  const parts = [];
  for (const mark of marks) {
    if (parts.length >= LABELS_SAVED || mark.faint) continue;
    const width = mark.label.length * font * 0.55;
    const y = mark.y + mark.kind.size + font * 1.1;
    const box = /** @type {[number, number, number, number]} */ ([mark.x - width / 2, y - font, mark.x + width / 2, y + font * 0.3]);
    if (taken.some((each) => each[0] < box[2] && box[0] < each[2] && each[1] < box[3] && box[1] < each[3])) continue;
    taken.push(box);
    parts.push(`<text x="${round(mark.x)}" y="${round(y)}" text-anchor="middle" font-size="${round(font)}" fill="#111111" stroke="#ffffff" stroke-width="${round(font / 5)}" paint-order="stroke">${xml(mark.label)}</text>`);
  }
  return parts;
}
