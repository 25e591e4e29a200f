import assert from "node:assert/strict";
import { test } from "node:test";

import { neighbourhood, visible } from "../../../visualise/browser/filter.js";
import { searched } from "../../../visualise/browser/search.js";
import { startingView } from "../../../visualise/browser/view.js";
import { folded, nameOf, sentenceOf } from "../../../visualise/browser/words.js";

const item = (id, kind, name) => ({ id, kind, name, masked: `${kind} ${id}`, searched: folded(name), called: name.toLowerCase(), first: name, records: [{ id: `${kind.toLowerCase()}:${id}` }] });
const items = [item("ash00", "Officer", "Ash Müller"), item("bee00", "Officer", "Bee O’Neill"), item("for00", "Force", "Northvale"), item("cas00", "Investigation", "The Ash case")];
const between = (id, start, end, type, status = "stated") => ({ id, start, end, type, status, text: "\ue000 and \ue001." });
const links = [between("1", "ash00", "for00", "SERVED_IN"), between("2", "bee00", "for00", "SERVED_IN"), between("3", "ash00", "cas00", "SUBJECT_OF", "inferred")];
const data = { items, links, kinds: [{ label: "Officer", title: "Officer", plural: "Officers and staff" }], rules: { limit: 4 }, overview: null };
const seenWith = (change) => {
  const view = startingView(data);
  change(view);
  return visible(data, view);
};

test("a link goes with either of its ends, its type, or its status", () => {
  assert.deepEqual([...seenWith((view) => view.kindsOff.add("Force")).links], ["3"]);
  assert.deepEqual([...seenWith((view) => view.typesOff.add("SERVED_IN")).links], ["3"]);
  assert.deepEqual([...seenWith((view) => view.statusesOff.add("alleged")).links], ["1", "2"]);
  assert.deepEqual([...seenWith((view) => view.hidden.add("ash00")).links], ["2"]);
  assert.deepEqual([...seenWith((view) => { view.focus = ["ash00", "cas00"]; }).items], ["ash00", "cas00"]);
});

test("a neighbourhood reaches a force and does not go through it", () => {
  assert.deepEqual(neighbourhood(data, startingView(data), "ash00", 3), ["ash00", "cas00", "for00"]);
});

test("search knows no case, accents or apostrophes, ids, and kinds before a colon", () => {
  const found = (typed, masked = false) => searched(data, typed, 9, masked).map((each) => each.id);
  assert.deepEqual(found("muller"), ["ash00"]);
  assert.deepEqual(found("ONEILL"), ["bee00"]);
  assert.deepEqual(found("ash"), ["ash00", "cas00"]);
  assert.deepEqual(found("officer: ash"), ["ash00"]);
  assert.deepEqual(found("bee0"), ["bee00"]);
  assert.deepEqual(found("officers and staff:"), ["ash00", "bee00"]);
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("muller", true), []);
});

test("a sentence begins with a capital of ours, and names no one while names are masked", () => {
  assert.equal(sentenceOf(links[0], items[0], items[2], false), "Ash Müller and northvale.");
  assert.equal(sentenceOf(links[0], items[0], items[2], true), "Officer ash00 and Force for00.");
  assert.equal(nameOf({ ...items[0], apart: "Northvale" }, false), "Ash Müller (Northvale)");
});
