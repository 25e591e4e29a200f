import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { knownBy, months, notAfter, possiblyTrueAt, undated } from "../../../visualise/browser/dates.js";

const cases = JSON.parse(readFileSync(new URL("../dates_cases.json", import.meta.url), "utf8"));

for (const { link, at, expected } of cases.true_at) {
  test(`true at ${at}: ${JSON.stringify(link)}`, () => assert.equal(possiblyTrueAt(link, at), expected));
}

for (const { recorded_from: recorded, known, expected } of cases.known_by) {
  test(`known by ${known}: recorded ${recorded || "nobody says when"}`, () => assert.equal(knownBy(recorded, known), expected));
}

test("dates are compared at the coarser precision", () => {
  assert.ok(notAfter("2021", "2021-03-03") && notAfter("2021-03-03", "2021"));
  assert.ok(!notAfter("2021-04", "2021-03-31"));
});

test("the slider's months run from the first to the last date, whatever their precision", () => {
  assert.deepEqual(months([{ since: "2020-11-05" }, { until: "2021-02" }], "at"), ["2020-11", "2020-12", "2021-01", "2021-02"]);
  assert.equal(months([{ date: "2020" }], "at").length, 12);
  assert.deepEqual(months([{ since: "2020" }], "known"), []);
});

test("a link without any date of its own is undated, recorded or not", () => {
  assert.ok(undated({ recorded_from: "2021" }));
  assert.ok(!undated({ date: "2021" }));
});
