#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: Resize with tf_crop_and_resize takes no notice of roi on an axis whose size stays the same, though the
# formula of the ONNX page (start * (length - 1) + ...) crops there too. The same roi on an axis that grows is used.
. "$(dirname "$0")/lib/expect.sh"
seen='scale 1, roi 0 to 0.5: 0 1 2 3 4
scale 2, roi 0 to 0.5: 0.00 0.22 0.44 0.67 0.89 1.11 1.33 1.56 1.78 2.00'
expect Microsoft.ML.OnnxRuntime@1.31.1 <<'PROGRAM'
foreach (var scale in new[] { 1f, 2f })
{
    var model = OnnxFile.Of("Resize", 13, [("x", [1, 5], null), ("roi", [4], [0, 0, 1, 0.5f]), ("scales", [2], [1, scale])], ["y"],
        OnnxFile.Text("mode", "linear"), OnnxFile.Text("coordinate_transformation_mode", "tf_crop_and_resize"));
    var y = OnnxFile.Run(model, [("x", [1, 5], [0, 1, 2, 3, 4])], "y");
    Console.WriteLine($"scale {scale}, roi 0 to 0.5: {string.Join(' ', y.Select(value => scale == 1 ? $"{value}" : $"{value:F2}"))}");
}
PROGRAM
