// Puts the page together: the data out of its island, then every part, in the order in which they are told of changes.

import { application } from "./app.js";
import { details } from "./details.js";
import { drawing } from "./drawing.js";
import { place } from "./elements.js";
import { find } from "./find.js";
import { keys } from "./keys.js";
import { legend } from "./legend.js";
import { printing } from "./printing.js";
import { saving } from "./saving.js";
import { table } from "./table.js";
import { top } from "./top.js";
import { viewFromText } from "./view.js";
import { when } from "./when.js";
import { why } from "./why.js";

function begin() {
  const data = /** @type {import("./page").Data} */ (JSON.parse(place("data").textContent ?? "null"));
  const app = application(data);

  /** @type {ReturnType<typeof drawing> | null} */
  let picture = null;

  /** Selects an item and shows it, wherever it is.
   * @param {string} id */
  const go = (id) => {
    app.select(id);
    picture?.show(id);
    place("details-title").focus();
  };

  find(app, go);
  when(app);
  legend(app);
  why(app, go);
  details(app, { go, open: (group) => picture?.open(group) });
  table(app, go);
  picture = drawing(app, place("picture"));
  top(app, { fit: picture.fit, theme: picture.theme, touched: () => app.moved.size > 0 }, saving(app, picture));
  keys(app, picture);
  printing(app, picture);

  const told = /^#v=([\w-]+)$/.exec(location.hash);
  const known = {
    kinds: new Set(data.kinds.map((each) => each.label)), types: new Set(data.types.map((each) => each.name)),
    statuses: new Set(data.statuses.map((each) => each.name)), items: new Set(app.items.keys()), links: new Set(app.links.keys()),
    limits: data.rules.limits,
  };
  const saved = told && viewFromText(told[1], app.start, known);
  if (saved) app.view = saved;
  app.refresh();
  picture.fit(false);
  document.documentElement.dataset.ready = "yes";
}

begin();
