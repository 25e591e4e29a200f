import assert from "node:assert/strict";
import { test } from "node:test";

import { copyOf, startingView, viewAsText, viewFromText } from "../../../visualise/browser/view.js";

const start = startingView({ overview: null, rules: { limit: 4 } });
const known = {
  kinds: new Set(["Officer", "Force"]), types: new Set(["SERVED_IN"]), statuses: new Set(["alleged"]),
  items: new Set(["officer:a", "officer:Ünï 007"]), links: new Set(["served_in:1"]), limits: [3, 4, 6, 9],
};
const asText = (told) => Buffer.from(JSON.stringify(told), "utf8").toString("base64url");

test("a view comes back from its link as it was", () => {
  const view = copyOf(start);
  Object.assign(view, { date: "2021-03", reading: "known", undated: false, masked: true, selected: "officer:Ünï 007", a: "officer:a", limit: 6, focus: ["officer:a"], grouping: "community" });
  view.kindsOff.add("Force");
  view.hidden.add("officer:a");
  assert.deepEqual(viewFromText(viewAsText(view, start), start, known), view);
});

test("what nobody changed stands in no link", () => {
  assert.equal(viewAsText(start, start), asText({}));
});

for (const [name, text] of Object.entries({
  "no base64": "%%%", "no JSON": "AAAA", "a list": asText([]), "nothing": asText(null), "not UTF-8": "_w",
  "an id of another file": asText({ selected: "officer:b" }), "an unknown key": asText({ __proto__x: 1 }),
  "a date that is none": asText({ date: "<img>" }), "a limit that is not offered": asText({ limit: 1e9 }),
  "a list where a text should be": asText({ selected: ["officer:a"] }), "sets of numbers": asText({ hidden: [1] }),
  "an overview that the file does not have": asText({ level: "groups" }), "too much": "A".repeat(300_000),
})) {
  test(`a link with ${name} is ignored whole`, () => assert.equal(viewFromText(text, start, known), null));
}

test("a link cannot reach the prototype", () => {
  assert.equal(viewFromText(Buffer.from('{"__proto__":{"masked":true}}').toString("base64url"), start, known), null);
  assert.equal({}.masked, undefined);
});
