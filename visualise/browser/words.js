// Names, sentences and search texts, with names masked or not.

const OPENS = "\ue000";
const CLOSES = "\ue001";

/** A text as it is searched: without case, accents and punctuation, as graph/names.py folds it.
 * @param {string} text */
export function folded(text) {
  const letters = /** @type {Record<string, string>} */ ({
    ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", æ: "ae", œ: "oe", þ: "th", ħ: "h", ß: "ss",
  });
  return text.normalize("NFKD").replace(/['`´‘’ʼ＇]/g, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[øđðłıæœþħß]/g, (sign) => letters[sign]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** What an item is called on the picture and in lists.
 * @param {import("./page").Item} item @param {boolean} masked */
export function nameOf(item, masked) {
  if (masked) return item.masked;
  return item.apart ? `${item.name} (${item.apart})` : item.name;
}

/** A link as a sentence.
 * @param {import("./page").Link} link @param {import("./page").Item} start @param {import("./page").Item} end
 * @param {boolean} masked */
export function sentenceOf(link, start, end, masked) {
  const text = masked && link.masked ? link.masked : link.text;
  const from = masked ? start.masked : text.startsWith(OPENS) ? start.first : start.called;
  const to = masked ? end.masked : text.startsWith(CLOSES) ? end.first : end.called;
  return text.split(OPENS).join(from).split(CLOSES).join(to);
}

/** A number with the word for what it counts.
 * @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many ?? `${one}s`}`;
}

/** Where something stands: source, place, whose word.
 * @param {{source?: string, locator?: string, said_by?: string}} stated @param {Record<string, import("./page").Origin>} sources */
export function whereOf(stated, sources) {
  if (!stated.source) return "";
  const title = sources[stated.source]?.title;
  const parts = [title && title !== stated.source ? `${title} (${stated.source})` : stated.source, stated.locator];
  if (stated.said_by) parts.push(`said by ${stated.said_by}`);
  return parts.filter(Boolean).join(", ");
}
