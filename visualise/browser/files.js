// What is visible, as files that other programs read: GraphML and CSV. Pure: texts in, text out.

/** @typedef {{items: import("./page").Item[], links: import("./page").Link[], name: (id: string) => string,
 *   sentence: (link: import("./page").Link) => string, masked: boolean, title: string, caption: string[]}} Seen */

const ITEM = /** @type {const} */ (["name", "kind", "forces", "restrictions", "records", "sources"]);
const LINK = /** @type {const} */ ([
  "type", "status", "text", "from_record", "to_record", "since", "until", "date", "source", "locator", "said_by", "recorded_from", "recorded_to",
]);

/** @param {Seen} seen @param {import("./page").Item} item @returns {Record<string, string>} */
function itemRow(seen, item) {
  return {
    id: item.id, name: seen.name(item.id), kind: item.kind, forces: seen.masked ? "" : item.forces.join("; "),
    restrictions: item.marks.join("; "), records: item.records.map((each) => each.id).join("; "),
    sources: [...new Set(item.records.map((each) => each.source).filter(Boolean))].join("; "),
  };
}

/** @param {Seen} seen @param {import("./page").Link} link @returns {Record<string, string>} */
function linkRow(seen, link) {
  return {
    id: link.id, from: link.start, to: link.end, type: link.type, status: link.status, text: seen.sentence(link),
    from_record: link.from_id, to_record: link.to_id, since: link.since ?? "", until: link.until ?? "", date: link.date ?? "",
    source: link.source ?? "", locator: link.locator ?? "", said_by: seen.masked ? "" : link.said_by ?? "",
    recorded_from: link.recorded_from ?? "", recorded_to: link.recorded_to ?? "",
  };
}

/** @param {Seen} seen */
export function graphml(seen) {
  const keys = [
    ...ITEM.map((name) => `<key id="n_${name}" for="node" attr.name="${name}" attr.type="string"/>`),
    ...LINK.map((name) => `<key id="e_${name}" for="edge" attr.name="${name}" attr.type="string"/>`),
    '<key id="g_title" for="graph" attr.name="title" attr.type="string"/>',
    '<key id="g_caption" for="graph" attr.name="caption" attr.type="string"/>',
  ];
  const nodes = seen.items.map((item) => {
    const row = itemRow(seen, item);
    return `<node id="${xml(item.id)}">${ITEM.map((name) => dataOf(`n_${name}`, row[name])).join("")}</node>`;
  });
  const edges = seen.links.map((link) => {
    const row = linkRow(seen, link);
    const values = LINK.map((name) => dataOf(`e_${name}`, row[name])).join("");
    return `<edge id="${xml(link.id)}" source="${xml(link.start)}" target="${xml(link.end)}">${values}</edge>`;
  });
  const about = dataOf("g_title", seen.title) + dataOf("g_caption", seen.caption.join(" · "));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', ...keys,
    '<graph id="page" edgedefault="directed">', about, ...nodes, ...edges, "</graph>", "</graphml>", "",
  ].join("\n");
}

/** @param {Seen} seen */
export function itemsCsv(seen) {
  return csv(["id", ...ITEM], seen.items.map((item) => itemRow(seen, item)));
}

/** @param {Seen} seen */
export function linksCsv(seen) {
  return csv(["id", "from", "to", ...LINK], seen.links.map((link) => linkRow(seen, link)));
}

/** Rows with a byte order mark, for spreadsheets; a cell that one would compute is given as text.
 * @param {string[]} columns @param {Record<string, string>[]} rows */
function csv(columns, rows) {
  const cell = (/** @type {string} */ text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string} key @param {string} value */
function dataOf(key, value) {
  return value ? `<data key="${key}">${xml(value)}</data>` : "";
}

/** A text inside XML, without what XML cannot hold.
 * @param {string} text */
export function xml(text) {
  const entities = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" });
  // eslint-disable-next-line no-control-regex -- these are the characters that XML forbids
  return text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, "\ufffd").replace(/[&<>"\n]/g, (sign) => entities[sign]);
}
