#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1, CPU: Sigmoid in single precision is an approximation that is 0 from -18 down, where the true value (1.5e-8)
# is far from the smallest single (1e-45), and it isn't monotone below -15: a larger input can give a smaller output.
. "$(dirname "$0")/lib/expect.sh"
seen='sigmoid(-18.5) = 0
rises everywhere from -18 to -15: False'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
var x = new float[4097];
for (var i = 0; i < 4096; i++) x[i] = -18 + i * 3f / 4096;
x[4096] = -18.5f;
var y = OnnxFile.Run(OnnxFile.Of("Sigmoid", 13, [("x", [4097], null)], ["y"]), [("x", [4097], x)], "y");
Console.WriteLine($"sigmoid(-18.5) = {y[4096]}");
Console.WriteLine($"rises everywhere from -18 to -15: {Enumerable.Range(1, 4095).All(i => y[i] >= y[i - 1])}");
PROGRAM
