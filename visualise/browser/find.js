// The search box: suggestions while typing, Enter takes the first or the chosen one.

import { el, place, speak } from "./elements.js";
import { searched } from "./search.js";
import { counted } from "./words.js";

const MOST = 12;

/** @param {import("./app.js").App} app @param {(id: string) => void} go shows an item, wherever it is */
export function find(app, go) {
  const hits = el("ul", { id: "hits", role: "listbox", "aria-label": "Found" });
  const box = el("input", {
    id: "find", type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "hits", autocomplete: "off",
    "aria-label": "Search names and ids", placeholder: "Name or id; officer: ash", spellcheck: "false",
  });
  /** @type {import("./page").Item[]} */
  let found = [];
  let chosen = 0;
  const take = (/** @type {number} */ number) => {
    const item = found[number];
    if (!item) return;
    found = [];
    show();
    box.value = "";
    go(item.id);
  };
  const show = () => {
    hits.replaceChildren(...found.map((item, number) => {
      const hidden = !app.shown.items.has(item.id);
      const kind = app.data.kinds.find((each) => each.label === item.kind)?.title ?? item.kind;
      return el("li", { role: "option", id: `hit-${number}`, "aria-selected": number === chosen, on: { click: () => take(number) } }, [
        el("span", { text: app.name(item.id) }),
        el("span", { class: "kind", text: hidden ? `${kind}, filtered out` : kind }),
      ]);
    }));
    box.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length) box.setAttribute("aria-activedescendant", `hit-${chosen}`);
    else box.removeAttribute("aria-activedescendant");
  };
  box.addEventListener("input", () => {
    found = searched(app.data, box.value, MOST, app.view.masked);
    chosen = 0;
    show();
    if (box.value.trim() && !found.length) hits.append(el("li", { role: "option", "aria-disabled": "true", class: "small", text: "Nothing here is called so." }));
    speak(box.value.trim() ? counted(found.length, "hit") : "");
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") {
      found = [];
      show();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen = Math.max(0, Math.min(found.length - 1, chosen + (event.key === "ArrowDown" ? 1 : -1)));
      show();
    }
  });
  place("find-room").append(box, hits);
}
