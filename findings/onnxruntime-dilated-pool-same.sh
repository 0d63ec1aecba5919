#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: a pool with dilations and auto_pad SAME_UPPER is padded as if it had no dilation, so that 8 values with a
# window of 3, dilation 2 and stride 1 become 6 rather than the 8 that "same" says. A Conv with the same attributes is refused.
. "$(dirname "$0")/lib/expect.sh"
seen='MaxPool: 6 values
AveragePool: 6 values
Conv: refused, Dilation not supported'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
using Microsoft.ML.OnnxRuntime;
byte[][] attributes = [OnnxFile.Ints("kernel_shape", 3), OnnxFile.Ints("dilations", 2), OnnxFile.Text("auto_pad", "SAME_UPPER")];
foreach (var op in new[] { "MaxPool", "AveragePool", "Conv" })
{
    (string, int[]?, float[]?) x = ("x", [1, 1, 8], null), w = ("w", [1, 1, 3], [1, 1, 1]);
    try
    {
        Console.WriteLine($"{op}: {OnnxFile.Run(OnnxFile.Of(op, 19, op == "Conv" ? [x, w] : [x], ["y"], attributes), [("x", [1, 1, 8], [0, 1, 2, 3, 4, 5, 6, 7])], "y").Length} values");
    }
    catch (OnnxRuntimeException e)
    {
        Console.WriteLine($"{op}: refused, {(e.Message.Contains("Dilation not supported") ? "Dilation not supported" : e.Message)}");
    }
}
PROGRAM
