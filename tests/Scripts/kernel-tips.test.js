import assert from "node:assert/strict";
import { test } from "node:test";

import { rowsOf } from "../../templates/js/unit/kernel-tips.js";

test("a kernel's numbers are read from its label, in any language and whatever its channel is called", () => {
  assert.deepEqual(rowsOf("Kernel for red: channel, 2 × 2: 0.5112  −1.7172\n1.3311  −0.9788"), [
    ["0.5112", "−1.7172"],
    ["1.3311", "−0.9788"],
  ]);
  assert.deepEqual(rowsOf("红色通道的卷积核，1 × 3：0.1  −2e−7  3"), [["0.1", "−2e−7", "3"]]);
});
