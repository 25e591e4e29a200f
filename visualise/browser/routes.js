// Routes between two records by the rules of graph/model/routes.py, as graph/routes.py finds them.
// Both run the cases of tests/graph/model/routes_cases.json.

/** @typedef {{weight: number, length: number, links: string[], here: string, steps: import("./page").Step[]}} Way */

/** Denials that name both ends, and the routes between them, lightest first.
 * @param {import("./page").Ground} ground @param {string} start @param {string} end
 * @param {{limit?: number, routes?: number, through_hubs?: boolean, stated_only?: boolean}} asked
 * @param {import("./page").Rules} rules @returns {{denials: string[], routes: import("./page").Route[]}} */
export function findRoutes(ground, start, end, asked, rules) {
  const limit = asked.limit ?? rules.limit;
  const known = new Map(ground.records.map((each) => [each.id, each]));
  const thing = (/** @type {string} */ id) => known.get(id)?.canonical_id ?? id;
  const pair = (/** @type {string} */ one, /** @type {string} */ other) => JSON.stringify([thing(one), thing(other)].sort());
  const naming = ground.denials.filter((each) => each.from_id && each.to_id);
  /** @type {Map<string, Set<string>>} */
  const denied = new Map();
  for (const each of naming) {
    const key = pair(String(each.from_id), String(each.to_id));
    if (!denied.has(key)) denied.set(key, new Set());
    for (const type of rules.denied_types[each.of || "link"]) denied.get(key)?.add(type);
  }
  /** @type {Map<string, import("./page").Step[]>} */
  const from = new Map();
  const add = (/** @type {import("./page").Step} */ step) => {
    if (!known.has(step.from) || !known.has(step.to) || denied.get(pair(step.from, step.to))?.has(step.type)) return;
    for (const each of [step, { ...step, from: step.to, to: step.from }]) {
      if (!from.has(each.from)) from.set(each.from, []);
      from.get(each.from)?.push(each);
    }
  };
  for (const each of ground.statements) {
    const status = each.status || "stated";
    const notSo = Object.entries(rules.no_link).some(([name, value]) => each[name] === value);
    if (!(each.type in rules.weights) || notSo || (asked.stated_only && status !== "stated")) continue;
    const weight = rules.weights[each.type] + rules.status_adds[status];
    add({ link: each.id, type: each.type, from: each.from_id, to: each.to_id, weight, quality: status, source: each.source_id || "" });
  }
  for (const each of ground.decisions) {
    if (each.state !== "applied") continue;
    const quality = each.basis || "person";
    const weight = rules.identity_weights[quality];
    add({ link: each.id, type: "SAME_AS", from: each.left_id, to: each.right_id, weight, quality, source: "" });
  }
  const ends = new Set([thing(start), thing(end)]);
  const crossed = (/** @type {string} */ id) => {
    const label = String(known.get(id)?.label);
    if (ends.has(thing(id))) return true;
    return !rules.never_crossed.includes(label) && (Boolean(asked.through_hubs) || !rules.crossed_if_asked.includes(label));
  };
  const [first, last] = [start, end].sort();
  const closed = new Set();
  const closedPairs = new Set();
  const open = (/** @type {import("./page").Step} */ step) =>
    !closed.has(thing(step.to)) && (step.type === "SAME_AS" || !closedPairs.has(pair(step.from, step.to)));
  const routes = [];
  while (routes.length < (asked.routes ?? rules.routes)) {
    const steps = lightest(from, first, last, limit, crossed, open);
    if (!steps) break;
    const told = first === start ? steps : steps.map((each) => ({ ...each, from: each.to, to: each.from })).reverse();
    routes.push({ steps: told, weight: steps.reduce((sum, each) => sum + each.weight, 0), depends: dependsOn(steps, rules) });
    if (ends.size === 1) break;
    for (const each of steps) {
      if (!ends.has(thing(each.to))) closed.add(thing(each.to));
      if (each.type !== "SAME_AS") closedPairs.add(pair(each.from, each.to));
    }
  }
  const key = pair(start, end);
  const denials = naming.filter((each) => pair(String(each.from_id), String(each.to_id)) === key).map((each) => each.id).sort();
  return { denials, routes };
}

/** @param {Map<string, import("./page").Step[]>} from @param {string} start @param {string} end @param {number} limit
 * @param {(id: string) => boolean} crossed @param {(step: import("./page").Step) => boolean} open */
function lightest(from, start, end, limit, crossed, open) {
  /** @type {Way[]} */
  const waiting = [];
  push(waiting, { weight: 0, length: 0, links: [], here: start, steps: [] });
  const fewest = new Map();
  while (waiting.length) {
    const way = pop(waiting);
    if (way.here === end) return way.steps;
    // Lighter ways were here before: a heavier one is of use only where it leaves more statements to go.
    if (way.length >= (fewest.get(way.here) ?? limit + 1)) continue;
    fewest.set(way.here, way.length);
    if (way.here !== start && !crossed(way.here)) continue;
    for (const step of from.get(way.here) ?? []) {
      const length = way.length + (step.type === "SAME_AS" ? 0 : 1);
      if (length > limit || !open(step)) continue;
      const links = [...way.links, step.link];
      push(waiting, { weight: way.weight + step.weight, length, links, here: step.to, steps: [...way.steps, step] });
    }
  }
  return null;
}

/** @param {import("./page").Step[]} steps @param {import("./page").Rules} rules */
function dependsOn(steps, rules) {
  /** @type {Record<string, number>} */
  const counts = { sources: new Set(steps.map((each) => each.source).filter(Boolean)).size };
  for (const each of steps) if (each.quality !== "stated") counts[each.quality] = (counts[each.quality] ?? 0) + 1;
  return Object.entries(rules.depends).filter(([key]) => counts[key])
    .map(([key, [one, many]]) => (counts[key] === 1 ? one : many.replace("{n}", String(counts[key]))));
}

/** @param {Way} one @param {Way} other */
function before(one, other) {
  if (one.weight !== other.weight) return one.weight < other.weight;
  if (one.length !== other.length) return one.length < other.length;
  for (let place = 0; place < Math.min(one.links.length, other.links.length); place += 1) {
    if (one.links[place] !== other.links[place]) return one.links[place] < other.links[place];
  }
  return one.links.length !== other.links.length ? one.links.length < other.links.length : one.here < other.here;
}

/** @param {Way[]} heap @param {Way} way */
function push(heap, way) {
  let place = heap.push(way) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!before(heap[place], heap[parent])) break;
    [heap[place], heap[parent]] = [heap[parent], heap[place]];
    place = parent;
  }
}

/** @param {Way[]} heap @returns {Way} */
function pop(heap) {
  const top = heap[0];
  const last = /** @type {Way} */ (heap.pop());
  if (!heap.length) return top;
  heap[0] = last;
  for (let place = 0; ;) {
    let least = place;
    for (const child of [2 * place + 1, 2 * place + 2]) if (child < heap.length && before(heap[child], heap[least])) least = child;
    if (least === place) return top;
    [heap[place], heap[least]] = [heap[least], heap[place]];
    place = least;
  }
}
