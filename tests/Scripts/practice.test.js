import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, readings } from "../../templates/pages/practice/answer.js";

test("a comma, a point, a true minus sign and thousands are read", () => {
  assert.deepEqual(readings("−1,25"), [-1.25]);
  assert.deepEqual(readings(" 0.5 "), [0.5]);
  assert.deepEqual(readings(".5"), [0.5]);
  assert.deepEqual(readings("1,024"), [1024, 1.024]);
  for (const text of ["", "x", "1.2.3", "1e3", "--1", ","]) assert.deepEqual(readings(text), []);
});

test("an answer is right to one unit of the last digit, and a whole number exactly", () => {
  const asked = { answer: -1.4531, decimals: 2, tolerance: 0.01, slips: [{ key: "no_bias", value: -1.35 }] };
  for (const text of ["-1.45", "−1,46", "-1.453"]) assert.equal(judge(text, asked), "right");
  assert.equal(judge("-1.35", asked), "no_bias");
  assert.equal(judge("1.45", asked), "wrong");
  assert.equal(judge("one", asked), "unread");
  const whole = {
    answer: 1024,
    decimals: 0,
    tolerance: 0,
    slips: [
      { key: "no_floor", value: 1024.33 },
      { key: "no_one", value: 1023 },
    ],
  };
  assert.equal(judge("1,024", whole), "right");
  assert.equal(judge("1023", whole), "no_one");
  assert.equal(judge("1024.3", whole), "no_floor");
  assert.equal(judge("1025", whole), "wrong");
});
