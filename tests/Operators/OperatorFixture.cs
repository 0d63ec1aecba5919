using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Operators;

/// <summary>
/// The fixture of an operator: small models that hold it with each of its attributes. Every subclass is found by reflection;
/// each of its models is recomputed against ONNX Runtime, built into a site, and every equation on its pages added up again.
/// </summary>
internal abstract class OperatorFixture
{
    /// <summary>The kinds of operator that the models hold and that must be explained, each by some model.</summary>
    public abstract IReadOnlyList<string> Kinds { get; }

    /// <summary>Models by a name that says what is special about each. Each has one input <c>image</c> and an output.</summary>
    public abstract IEnumerable<(string Name, ModelBuilder Model)> Models { get; }

    /// <summary>Layers (by id) that are allowed to be unexplained.</summary>
    public virtual IReadOnlyList<string> Unexplained => [];

    /// <summary>A model that begins with <c>maps</c>: a layer of numbers on both sides of zero, whatever the picture; shape (4, 6,
    /// 7).</summary>
    protected static ModelBuilder Maps(int opset = 13, float spread = 4) => new ModelBuilder(opset).Input(1, 3, 6, 7)
        .Floats("before", [4, 3, 1, 1], [.. Enumerable.Range(0, 12).Select(i => spread * MathF.Sin(1 + (2.4f * i)))])
        .Floats("offset", [4], [.. Enumerable.Range(0, 4).Select(i => spread * MathF.Cos(1 + (2 * i)) / 2)])
        .Node("Conv", "image before offset", "maps");

    /// <summary>A model that begins with <c>whole</c>: whole numbers that stand for <c>maps</c>, in steps of a quarter, or another step;
    /// shape (4, 6, 7).</summary>
    protected static ModelBuilder Whole(float step = 0.25f, int zero = 100, Type type = Type.Uint8) =>
        Maps().Step("in", step, zero, type).Node("QuantizeLinear", "maps in/step in/zero", "whole");

    /// <summary>A model that begins with <c>row</c>: a vector of whole numbers; shape (8).</summary>
    protected static ModelBuilder Row(float step = 0.25f, int zero = 100, Type type = Type.Uint8) =>
        Numbers().Step("in", step, zero, type).Node("QuantizeLinear", "numbers in/step in/zero", "row");

    /// <summary>A model that begins with <c>numbers</c>: a vector on both sides of zero; shape (8).</summary>
    protected static ModelBuilder Numbers(int opset = 13, int count = 8) => new ModelBuilder(opset).Input(1, 3, 4, 4)
        .Node("Flatten", "image", "cells").Floats("before", [48, count],
            [.. Enumerable.Range(0, 48 * count).Select(i => MathF.Sin(1 + (2.4f * i)))])
        .Node("Gemm", "cells before", "numbers");
}
