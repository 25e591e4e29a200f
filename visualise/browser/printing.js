// What the browser's own print command prints: it waits for nothing, so the picture is copied as it stands, on white.

import { el, place } from "./elements.js";
import { captionOf } from "./saving.js";

/** @param {import("./app.js").App} app @param {{network: any, theme: () => void}} picture */
export function printing(app, picture) {
  const root = document.documentElement;
  let theme = "";
  const put = (/** @type {string} */ name) => {
    root.dataset.theme = name;
    picture.theme();
    picture.network.redraw();
  };
  window.addEventListener("beforeprint", () => {
    theme = root.dataset.theme ?? "auto";
    put("light");
    const room = place("print-room");
    if (room.childElementCount) return; // the page's own button has put the picture there
    const seen = picture.network.canvas.frame.canvas;
    if (!seen.width || !seen.height) return; // the table stands in its place
    const copy = el("canvas", { width: seen.width, height: seen.height });
    copy.getContext("2d")?.drawImage(seen, 0, 0);
    room.replaceChildren(copy, ...captionOf(app).map((line) => el("p", { text: line })));
  });
  window.addEventListener("afterprint", () => {
    place("print-room").replaceChildren();
    put(theme);
  });
}
