using Convscope.Tests.Operators;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Which cell is nearest, wherever the last bit of a coordinate decides it: what ONNX Runtime takes.</summary>
public sealed class NearestCellTests
{
    private const int Largest = 24;
    private static readonly string[] Coordinates =
        ["half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric", "tf_half_pixel_for_nn"];
    private static readonly string[] Roundings = ["round_prefer_floor", "round_prefer_ceil", "floor", "ceil"];

    public static TheoryData<string, string> Rules
    {
        get
        {
            var rules = new TheoryData<string, string>();
            foreach (var coordinates in Coordinates)
            {
                foreach (var rounding in Roundings) rules.Add(coordinates, rounding);
            }

            return rules;
        }
    }

    /// <summary>Every number of rows from 1 to 24 becomes every other; each row is told from all others.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryNearestCellIsTheRuntimes(string coordinates, string rounding)
    {
        const int Columns = 5;
        (string, object)[] rule = [("mode", "nearest"), ("coordinate_transformation_mode", coordinates), ("nearest_mode", rounding)];
        var opset = coordinates == "tf_half_pixel_for_nn" ? 11 : 19; // version 13 has no such coordinates
        for (var from = 1; from <= Largest; from++)
        {
            var builder = new ModelBuilder(opset).Input(1, 1, from, Columns).Floats("none", [0]);
            for (var to = 1; to <= Largest; to++)
            {
                builder.Longs($"size{to}", 1, 1, to, Columns)
                    .Node("Resize", $"image none none size{to}", $"to{to}", rule).Output($"to{to}");
            }

            using var model = builder.Load();
            var activations = model.Run([.. Enumerable.Range(0, from * Columns).Select(cell => (float)cell)]);
            foreach (var layer in model.Network.Layers.Skip(1))
            {
                var own = layer.Operator.Forward(activations.InputsOf(layer))!;
                Assert.Equal(activations[layer].Values.Select(value => (double)value), own);
            }
        }
    }
}
