#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: MeanVarianceNormalization of a map whose values are all the same, 0 included, is never 0 as the formula of the
# ONNX page gives it ((x - mean) / (deviation + 1e-9), with x equal to the mean): it is NaN or far from 0, by the value and by rounding.
. "$(dirname "$0")/lib/expect.sh"
seen='64 maps of one value each; 0 everywhere: 0; NaN everywhere, of the map of zeros: True'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
var model = OnnxFile.Of("MeanVarianceNormalization", 13, [("x", [1, 1, 7, 7], null)], ["y"]);
var maps = Enumerable.Range(0, 64).Select(i => OnnxFile.Run(model, [("x", [1, 1, 7, 7], [.. Enumerable.Repeat(i * 0.37f, 49)])], "y")).ToArray();
Console.WriteLine($"64 maps of one value each; 0 everywhere: {maps.Count(map => map.All(value => value == 0))}; NaN everywhere, of the map of zeros: {maps[0].All(float.IsNaN)}");
PROGRAM
