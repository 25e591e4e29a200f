// The picture by keyboard: arrows walk to the neighbour in that direction, Enter opens it, Escape clears.

import { place, speak } from "./elements.js";
import { counted } from "./words.js";

const ARROWS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/** @param {import("./app.js").App} app @param {{network: any, show: (id: string) => void, open: (id: string) => void}} picture */
export function keys(app, picture) {
  const room = place("picture");
  room.addEventListener("keydown", (event) => {
    const groups = app.view.level === "groups";
    const here = groups ? app.group : app.view.selected;
    if (event.key in ARROWS) {
      event.preventDefault();
      const to = here ? towards(picture.network, here, ARROWS[event.key]) : first(app, groups);
      if (!to) speak("Nothing in that direction.");
      else if (groups) {
        app.group = to;
        app.refresh();
        speak(app.data.overview?.groups.find((each) => each.id === to)?.title ?? "");
      } else {
        app.select(to);
        picture.show(to);
        speak(`${app.name(to)}, ${app.data.kinds.find((each) => each.label === app.item(to).kind)?.title}, ${counted(app.touching.get(to)?.length ?? 0, "link")}`);
      }
    } else if (event.key === "Enter" && here) {
      if (groups) picture.open(here);
      else place("details-title").focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "/" && !typing) {
      event.preventDefault();
      place("find").focus();
    } else if (event.key === "Escape" && !typing) {
      app.change((view) => {
        Object.assign(view, { selected: "", link: "", a: "", b: "", focus: [] });
      });
      speak("Cleared.");
    }
  });
}

/** @param {import("./app.js").App} app @param {boolean} groups */
function first(app, groups) {
  if (groups) return app.data.overview?.groups[0]?.id ?? "";
  return app.data.about.find((id) => app.shown.items.has(id)) ?? [...app.shown.items][0] ?? "";
}

/** The nearest neighbour within a quarter turn of the direction; nearest by way and angle together.
 * @param {any} network @param {string} here @param {[number, number]} direction */
function towards(network, here, [dx, dy]) {
  const from = network.body.nodes[here];
  if (!from) return "";
  let best = "";
  let least = Infinity;
  for (const id of network.getConnectedNodes(here)) {
    const node = network.body.nodes[id];
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || across > along * 1.001 || along + across >= least) continue;
    [best, least] = [String(id), along + across];
  }
  return best;
}
