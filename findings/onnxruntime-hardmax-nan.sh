#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1, CPU: what is no number counts in Hardmax and ArgMax by its place. At the line's beginning ArgMax gives its
# index, as NumPy does, and Hardmax gives no 1 at all, though the ONNX page promises a 1 for the first maximum; further on both pass over it.
. "$(dirname "$0")/lib/expect.sh"
seen='NaN 1 2 3: Hardmax 0 0 0 0, ArgMax 0
1 NaN 2 0: Hardmax 0 0 1 0, ArgMax 2
1 2 3 NaN: Hardmax 0 0 1 0, ArgMax 2'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
(string, int[]?, float[]?)[] input = [("x", [1, 4], null)];
var hardmax = OnnxFile.Of(13, input, ["y"], OnnxFile.Node("Hardmax", ["x"], ["y"], OnnxFile.Int("axis", 1)));
var argMax = OnnxFile.Of(13, input, ["y"], OnnxFile.Node("ArgMax", ["x"], ["i"], OnnxFile.Int("axis", 1)),
    OnnxFile.Node("Cast", ["i"], ["y"], OnnxFile.Int("to", 1)));
foreach (var x in new float[][] { [float.NaN, 1, 2, 3], [1, float.NaN, 2, 0], [1, 2, 3, float.NaN] })
{
    string Of(byte[] model) => string.Join(' ', OnnxFile.Run(model, [("x", [1, 4], x)], "y"));
    Console.WriteLine($"{string.Join(' ', x)}: Hardmax {Of(hardmax)}, ArgMax {Of(argMax)}");
}
PROGRAM
