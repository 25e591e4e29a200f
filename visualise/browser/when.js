// The date: a slider over the months there are, how much falls in each, and which of two readings it has.

import { datesOf, months, undated } from "./dates.js";
import { button, drawn, el, place, tick } from "./elements.js";

const WAIT = 150;

/** @param {import("./app.js").App} app */
export function when(app) {
  const room = place("dates-room");
  /** @type {string[]} */
  let steps = [];
  let reading = "";
  const slider = el("input", { type: "range", min: 0, step: 1, "aria-label": "Date; all the way to the right: all dates" });
  const output = el("output", { id: "date" });
  const bars = drawn("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" });
  const chosen = () => (Number(slider.value) >= steps.length ? "" : steps[Number(slider.value)]);
  let waiting = 0;
  slider.addEventListener("input", () => {
    output.textContent = dateTold(chosen());
    clearTimeout(waiting);
    waiting = setTimeout(() => app.change((view) => { view.date = chosen(); }), WAIT);
  });
  const radio = (/** @type {"at" | "known"} */ value, /** @type {string} */ words) => {
    const input = el("input", { type: "radio", name: "reading", value, checked: value === "at" });
    input.addEventListener("change", () => app.change((view) => { view.reading = value; view.date = ""; }));
    return el("label", { class: "tick" }, [input, words]);
  };
  const radios = [radio("at", "was true at"), radio("known", "was known by")];
  const without = app.data.links.filter((link) => link.status !== "denied" && undated(link)).length;
  const include = tick(`include the ${without.toLocaleString("en-GB")} undated`, true, (ticked) => app.change((view) => { view.undated = ticked; }));
  let playing = 0;
  const play = button("Play", () => (playing ? stop() : begin()), { id: "play" });
  const stop = () => {
    clearInterval(playing);
    playing = 0;
    play.textContent = "Play";
  };
  const begin = () => {
    if (!steps.length) return;
    const stride = Math.max(1, Math.round(steps.length / 40));
    let place = Number(slider.value) >= steps.length ? 0 : Number(slider.value);
    app.remember();
    play.textContent = "Stop";
    playing = setInterval(() => {
      app.view.date = steps[place] ?? "";
      app.refresh();
      if (place >= steps.length) stop();
      place += stride;
    }, 400);
  };
  room.append(el("div", { class: "row" }, radios), bars, slider, el("div", { class: "row" }, [output, play]), include);
  app.listen(() => {
    const { view } = app;
    if (reading !== view.reading) {
      reading = view.reading;
      steps = months(app.data.links, view.reading);
      slider.max = String(steps.length);
      slider.disabled = !steps.length;
      histogram(bars, steps, app.data.links, view.reading);
    }
    const place = steps.findIndex((step) => step >= view.date.slice(0, 7));
    slider.value = String(!view.date || place < 0 ? steps.length : place);
    output.textContent = dateTold(view.date);
    slider.setAttribute("aria-valuetext", dateTold(view.date));
    /** @type {HTMLInputElement} */ (radios[view.reading === "at" ? 0 : 1].firstChild).checked = true;
    const box = /** @type {HTMLInputElement} */ (include.firstChild);
    box.checked = view.undated;
    box.disabled = view.reading === "known";
  });
}

/** @param {string} date */
function dateTold(date) {
  return date || "all dates";
}

/** @param {Element} bars @param {string[]} steps @param {import("./page").Link[]} links @param {"at" | "known"} reading */
function histogram(bars, steps, links, reading) {
  const counts = new Map(steps.map((step) => [step, 0]));
  for (const link of links) {
    for (const date of datesOf(link, reading)) {
      const month = date.length < 7 ? `${date}-01` : date.slice(0, 7);
      if (counts.has(month)) counts.set(month, (counts.get(month) ?? 0) + 1);
    }
  }
  const most = Math.max(1, ...counts.values());
  bars.setAttribute("viewBox", `0 0 ${Math.max(1, steps.length)} 24`);
  bars.replaceChildren(...steps.flatMap((step, place) => {
    const height = (24 * (counts.get(step) ?? 0)) / most;
    return height ? [drawn("rect", { x: place, y: 24 - height, width: 0.9, height })] : [];
  }));
}
