using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Tests.Unit.Operators;

/// <summary>Tensors, windows, nodes and operators for tests.</summary>
internal static class Some
{
    internal static Tensor Maps(int units, int height, int width, params float[] values) => new(new(units, height, width), values);

    internal static Tensor Vector(params float[] values) => new(new(values.Length), values);

    internal static Tensor Random(Random random, Shape shape, double magnitude = 1) =>
        new(shape, [.. Enumerable.Range(0, shape.Count).Select(_ => (float)(((random.NextDouble() * 2) - 1) * magnitude))]);

    internal static float[] Floats(Random random, int count, double magnitude = 1) => Random(random, new(count), magnitude).Values;

    /// <summary>What a run in single precision would have recorded.</summary>
    internal static Tensor Recorded(Operator op, params Tensor[] inputs) =>
        new(op.OutputShape([.. inputs.Select(input => input.Shape)]), [.. op.Forward(inputs)!.Select(value => (float)value)]);

    internal static Axis Axis(int kernel, int stride = 1, int dilation = 1, int padding = 0) =>
        new(kernel, stride, padding, padding, dilation);

    internal static Window Window(int kernel, int stride = 1, int dilation = 1, int padding = 0) =>
        new(Axis(kernel, stride, dilation, padding), Axis(kernel, stride, dilation, padding));

    internal static Conv Conv(Constant kernels, float[]? bias, Window window, int groups = 1) =>
        new(kernels.Values, bias ?? new float[kernels.Sizes[0]], kernels.Sizes[1], window, groups);

    internal static BatchNorm BatchNorm(float[] scale, float[] bias, float[] mean, float[] variance, float epsilon = 1e-5f)
    {
        float[][] numbers = [scale, bias, mean, variance];
        return new(Node(
            "BatchNormalization", new(scale.Length, 1, 1), new(scale.Length, 1, 1),
            numbers.Select((values, i) => (i, values))
                .ToDictionary(pair => pair.i + 1, pair => new Constant([pair.values.Length], pair.values)),
            new() { ["epsilon"] = epsilon }));
    }

    internal static NodeDescription Node(
        string type, Shape input, Shape output, Dictionary<int, Constant>? constants = null, Dictionary<string, object>? attributes =
            null) =>
        new(type, [input], constants ?? [], attributes ?? [], output);

    /// <summary>An operator on one input whose shape stays, by its ONNX type.</summary>
    internal static Operator Of(string type, Shape shape, Dictionary<string, object>? attributes = null) =>
        OperatorCatalog.Create(Node(type, shape, shape, attributes: attributes));
}
