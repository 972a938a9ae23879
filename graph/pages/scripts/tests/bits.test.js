import assert from "node:assert/strict";
import test from "node:test";
import { bitsOf, meet } from "../bits.js";

const all = Array.from({ length: 50 }, (_, number) => `relation-${number}`);

test("every relation meets itself and no other, beyond the 32 bits of an integer as well", () => {
  for (const one of all) for (const other of all) assert.equal(meet(bitsOf(all, [one]), bitsOf(all, [other])), one === other);
});

test("a set meets its members", () => {
  const set = bitsOf(all, [all[3], all[31], all[32], all[49]]);
  assert.deepEqual(all.filter((each) => meet(set, bitsOf(all, [each]))), [all[3], all[31], all[32], all[49]]);
});
