import assert from "node:assert/strict";
import { test } from "node:test";

import { graphml, itemsCsv, linksCsv } from "../../../visualise/browser/files.js";

const hostile = '=HYPERLINK("x")</data>&\u0001\n';
const item = { id: 'a"<&', kind: "Officer", forces: ["F"], marks: ["reporting"], records: [{ id: "officer:1", source: "s" }] };
const link = { id: "l1", type: "SERVED_IN", start: 'a"<&', end: 'a"<&', from_id: "officer:1", to_id: "officer:1", status: "stated" };
const seen = { items: [item], links: [link], name: () => hostile, sentence: () => hostile, masked: false, title: hostile, caption: [hostile] };

test("nothing in a name ends an element of the GraphML or stands in it unreadable", () => {
  const text = graphml(seen);
  assert.ok(!text.includes(hostile) && !text.includes("\u0001"));
  assert.equal(text.match(/<\/data>/g)?.length, text.match(/<data /g)?.length);
});

test("a cell that a spreadsheet would compute is text, quotes are doubled, a byte order mark comes first", () => {
  const text = itemsCsv(seen);
  assert.ok(text.startsWith("\ufeff") && text.endsWith("\r\n"));
  assert.ok(text.includes('"\'=HYPERLINK(""x"")'));
});

test("masked names take forces and whose word it is with them", () => {
  const masked = { ...seen, masked: true, name: () => "Officer 1", sentence: () => "said", links: [{ ...link, said_by: "Ann" }] };
  assert.ok(!itemsCsv(masked).includes('"F"'));
  assert.ok(!linksCsv(masked).includes("Ann") && linksCsv({ ...masked, masked: false }).includes("Ann"));
});
