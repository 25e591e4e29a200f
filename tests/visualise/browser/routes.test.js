import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { findRoutes } from "../../../visualise/browser/routes.js";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const rules = read("../rules.json");

for (const each of read("../../graph/model/routes_cases.json")) {
  test(each.name, () => {
    const found = findRoutes(each, each.start, each.end, each.asked, rules);
    const told = found.routes.map((route) => ({ links: route.steps.map((step) => step.link), weight: route.weight, depends: route.depends }));
    assert.deepEqual({ denials: found.denials, routes: told }, each.expected);
  });
}

test("the way back is the way there", () => {
  for (const each of read("../../graph/model/routes_cases.json")) {
    const there = findRoutes(each, each.start, each.end, each.asked, rules).routes;
    const back = findRoutes(each, each.end, each.start, each.asked, rules).routes;
    assert.deepEqual(back.map((route) => route.steps.map((step) => step.link).reverse()), there.map((route) => route.steps.map((step) => step.link)), each.name);
  }
});

test("a route over five thousand things is found at once", () => {
  const records = Array.from({ length: 5000 }, (_, number) => ({ id: `officer:${number}`, label: number % 2 ? "Investigation" : "Officer" }));
  const statements = records.flatMap((_, number) => [1, 7, 31].map((step) => ({ id: `s${number}-${step}`, type: "SUBJECT_OF", from_id: `officer:${number}`, to_id: `officer:${(number + step) % 5000}` })));
  const begun = performance.now();
  const found = findRoutes({ records, statements, decisions: [], denials: [] }, "officer:0", "officer:93", { limit: 9 }, rules);
  assert.equal(found.routes[0].steps.length, 3);
  assert.ok(performance.now() - begun < 3000);
});
