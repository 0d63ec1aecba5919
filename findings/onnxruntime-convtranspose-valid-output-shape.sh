#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: ConvTranspose with auto_pad VALID and an output_shape isn't "valid" (without padding, the shape being an
# error where it differs): it crops, the larger half at the beginning, exactly as with NOTSET. SAME_UPPER puts the larger half at the end.
. "$(dirname "$0")/lib/expect.sh"
seen='NOTSET: 3 4 5 0
VALID: 3 4 5 0
SAME_UPPER: 2 3 4 5'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
foreach (var pad in new[] { "NOTSET", "VALID", "SAME_UPPER" })
{
    var model = OnnxFile.Of("ConvTranspose", 11, [("x", [1, 1, 5], null), ("w", [1, 1, 3], [1, 0, 0])], ["y"],
        OnnxFile.Ints("kernel_shape", 3), OnnxFile.Ints("output_shape", 4), OnnxFile.Text("auto_pad", pad));
    Console.WriteLine($"{pad}: {string.Join(' ', OnnxFile.Run(model, [("x", [1, 1, 5], [1, 2, 3, 4, 5])], "y"))}");
}
PROGRAM
