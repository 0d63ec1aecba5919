#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: Resize, linear, of uint8 cuts the fraction off, where picture libraries round and QuantizeLinear in the same
# runtime rounds half to even: halfway between 0 and 255, at three quarters, 191.25 and 63.75 become 191 and 63.
. "$(dirname "$0")/lib/expect.sh"
seen='float: 0 63.75 191.25 255
uint8: 0 63 191 255'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
foreach (var type in new[] { "float", "uint8" })
{
    byte[] resize = OnnxFile.Node("Resize", ["c", "", "scales"], ["r"], OnnxFile.Text("mode", "linear"));
    var model = OnnxFile.Of(13, [("x", [1, 1, 1, 2], null), ("scales", [4], [1, 1, 1, 2])], ["y"],
        OnnxFile.Node("Cast", ["x"], ["c"], OnnxFile.Int("to", type == "float" ? 1 : 2)), resize, OnnxFile.Node("Cast", ["r"], ["y"], OnnxFile.Int("to", 1)));
    Console.WriteLine($"{type}: {string.Join(' ', OnnxFile.Run(model, [("x", [1, 1, 1, 2], [0, 255])], "y"))}");
}
PROGRAM
