// The buttons above the picture, and how much of the whole it shows.

import { button, el, place, speak } from "./elements.js";
import { counts } from "./saving.js";
import { viewAsText } from "./view.js";

const THEMES = ["auto", "light", "dark"];

/** @param {import("./app.js").App} app
 * @param {{fit: () => void, theme: () => void, touched: () => boolean}} picture
 * @param {{files: [string, () => void | Promise<void>][], print: () => Promise<void>}} saving */
export function top(app, picture, saving) {
  const pressed = (/** @type {string} */ text, /** @type {"table" | "masked"} */ name) => {
    const made = button(text, () => app.change((view) => { view[name] = !view[name]; }), { "aria-pressed": "false" });
    app.listen(() => made.setAttribute("aria-pressed", String(app.view[name])));
    return made;
  };
  const undo = button("Undo", () => app.undo());
  const whole = button("Show all", () => app.change((view) => { Object.assign(view, { focus: [], level: "items" }); view.hidden.clear(); }));
  const overview = button("Overview", () => app.change((view) => { view.level = "groups"; }));
  const group = button("Group by community", () => app.change((view) => { view.grouping = view.grouping === "force" ? "community" : "force"; }));
  const theme = button("Theme: auto", () => {
    const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme ?? "auto") + 1) % THEMES.length];
    document.documentElement.dataset.theme = next;
    theme.textContent = `Theme: ${next}`;
    picture.theme();
    app.refresh();
  });
  const copy = button("Copy view link", async () => {
    const address = `${location.href.split("#")[0]}#v=${viewAsText(app.view, app.start)}`;
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      speak("The link is copied.");
    } catch {
      speak("The link stands in the address bar.");
    }
  });
  place("buttons").append(
    button("Fit", () => picture.fit()), undo, pressed("Table", "table"), pressed("Mask names", "masked"), group, whole,
    ...(app.data.overview ? [overview] : []), theme, menu("Export", saving.files), button("Print", () => { void saving.print(); }), copy,
  );
  app.listen(() => {
    const told = app.view.level === "groups" ? `${app.data.overview?.groups.length} groups; ${counts(app)}` : counts(app);
    if (place("counts").textContent !== told) place("counts").textContent = told;
    undo.disabled = !app.canUndo();
    group.textContent = app.view.grouping === "force" ? "Group by community" : "Group by force";
    group.disabled = picture.touched() || app.view.level === "groups";
    group.title = picture.touched() ? "You moved things: they stay where you put them." : "";
    whole.disabled = app.view.level === "items" && !app.view.focus.length && !app.view.hidden.size;
    overview.disabled = app.view.level === "groups";
  });
}

/** @param {string} title @param {[string, () => void | Promise<void>][]} entries */
function menu(title, entries) {
  const details = el("details", { class: "menu" });
  const close = () => details.removeAttribute("open");
  details.append(el("summary", { text: title }), el("ul", {}, entries.map(([text, press]) => el("li", {}, [button(text, () => {
    close();
    void press();
  })]))));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
    details.querySelector("summary")?.focus();
  });
  return details;
}
