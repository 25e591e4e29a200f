// Exports and print: the visible picture and table as files, made here and handed to nobody.

import { el, place } from "./elements.js";
import { graphml, itemsCsv, linksCsv } from "./files.js";
import { svg, WIDTH } from "./svg.js";
import { counted } from "./words.js";

/** @param {import("./app.js").App} app @param {{network: any, lines: () => any[]}} picture */
export function saving(app, picture) {
  const drawnPicture = () => {
    const kinds = new Map(app.data.kinds.map((kind) => [kind.label, kind]));
    const asked = new Set(app.data.about);
    const ids = [...app.shown.items].sort((one, other) => Number(asked.has(other)) - Number(asked.has(one)) || (app.touching.get(other)?.length ?? 0) - (app.touching.get(one)?.length ?? 0));
    const points = /** @type {Record<string, {x: number, y: number}>} */ (app.view.level === "items" ? picture.network.getPositions(ids) : {});
    const stored = new Map(app.data.network.nodes.map((node) => [node.id, node]));
    const marks = new Map(ids.map((id) => {
      const item = app.item(id);
      const { x, y } = points[id] ?? stored.get(id);
      const kind = /** @type {import("./page").Kind} */ (kinds.get(item.kind));
      return [id, { id, kind, x, y, label: app.name(id), badge: item.badge ?? "", known: item.identified, strong: asked.has(id), faint: Boolean(app.lit && !app.lit.items.has(id)) }];
    }));
    const heads = app.data.network.options.edges.arrows.to.enabled;
    const lines = picture.lines().map((line) => ({ ...line, from: marks.get(line.from), to: marks.get(line.to), arrow: heads && line.status !== "suggested", faint: Boolean(app.lit && !app.lit.links.has(line.id)) }));
    return svg([...marks.values()], lines, captionOf(app));
  };
  const seen = () => ({
    items: app.data.items.filter((item) => app.shown.items.has(item.id)), links: app.data.links.filter((link) => app.shown.links.has(link.id)),
    name: app.name, sentence: app.sentence, masked: app.view.masked, title: app.data.title, caption: captionOf(app),
  });
  const save = (/** @type {string} */ suffix, /** @type {Blob} */ blob) => {
    const address = URL.createObjectURL(blob);
    const link = el("a", { href: address, download: `${fileName(app)}${suffix}` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const text = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type: `${type};charset=utf-8` });
  return {
    /** Each file that can be saved: its title, and what saves it. @type {[string, () => void | Promise<void>][]} */
    files: [
      ["Picture (PNG)", async () => save(".png", await png(drawnPicture()))],
      ["Picture (SVG)", () => save(".svg", text(drawnPicture().text, "image/svg+xml"))],
      ["Graph (GraphML)", () => save(".graphml", text(graphml(seen()), "application/xml"))],
      ["Items (CSV)", () => save(" items.csv", text(itemsCsv(seen()), "text/csv"))],
      ["Links (CSV)", () => save(" links.csv", text(linksCsv(seen()), "text/csv"))],
      ["Positions (for --positions)", () => save(" positions.json", text(positions(app, picture.network), "application/json"))],
    ],
    async print() {
      const address = URL.createObjectURL(text(drawnPicture().text, "image/svg+xml"));
      const image = el("img", { src: address, alt: "" });
      place("print-room").replaceChildren(image);
      await image.decode();
      window.print();
      URL.revokeObjectURL(address);
    },
  };
}

/** What stands under an exported picture. @param {import("./app.js").App} app */
export function captionOf(app) {
  const { data, view } = app;
  const dates = [data.at && `possibly true at ${data.at}`, data.known && `stated by ${data.known}`];
  if (view.date) dates.push(view.reading === "at" ? `possibly true at ${view.date}` : `stated by ${view.date}`);
  return [
    view.masked ? `${data.title} (names masked)` : data.title,
    [data.marking, counts(app), ...dates, data.newest_load && `newest load ${data.newest_load}`, `data ${data.digest.slice(0, 16)}`].filter(Boolean).join(" · "),
    "An allegation is not a finding, and a link does not show wrongdoing.",
  ];
}

/** How much of the whole is visible. @param {import("./app.js").App} app */
export function counts(app) {
  const { items, links } = app.shown;
  return `${items.size.toLocaleString("en-GB")} of ${counted(app.data.items.length, "item")}, ${links.size.toLocaleString("en-GB")} of ${counted(app.data.links.length, "link")}`;
}

/** @param {import("./app.js").App} app */
function fileName(app) {
  const words = app.view.masked ? "" : app.data.title.normalize("NFKD").replace(/[^\w ]+/g, "").trim().slice(0, 60);
  return words || "crossprobe";
}

/** @param {import("./app.js").App} app @param {any} network */
function positions(app, network) {
  const stored = Object.fromEntries(app.data.network.nodes.map((node) => [node.id, [node.x, node.y]]));
  for (const [id, { x, y }] of Object.entries(app.view.level === "items" ? network.getPositions() : {})) stored[id] = [x, y];
  return JSON.stringify({ format: "crossprobe positions 1", positions: stored }, null, 1);
}

/** @param {{text: string, height: number}} picture @returns {Promise<Blob>} */
async function png(picture) {
  const address = URL.createObjectURL(new Blob([picture.text], { type: "image/svg+xml;charset=utf-8" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = el("canvas", { width: WIDTH, height: picture.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, WIDTH, picture.height);
  URL.revokeObjectURL(address);
  return new Promise((done, failed) => { canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"); });
}
