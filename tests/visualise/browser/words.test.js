import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { folded } from "../../../visualise/browser/words.js";

for (const [name, expected] of JSON.parse(readFileSync(new URL("../folding_cases.json", import.meta.url), "utf8"))) {
  test(`${JSON.stringify(name)} folds as graph/names.py folds it`, () => assert.equal(folded(name), expected));
}
