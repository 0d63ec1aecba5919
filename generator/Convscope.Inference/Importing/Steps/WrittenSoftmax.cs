using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// Softmax written out, <c>Exp</c> over its <c>ReduceSum</c>, with or without the maximum subtracted first; and its logarithm, a
/// <c>Log</c> after a <c>Softmax</c>.
/// </summary>
internal sealed class WrittenSoftmax : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import) =>
        node.Is("Div") ? IsQuotient(node, import) : node.Is("Log") && IsLogarithm(node, import);

    private static bool IsQuotient(NodeProto node, Import import)
    {
        if (import.MakerOf(node.Input[0]) is not { } exp || !exp.Is("Exp")) return false;
        if (import.MakerOf(node.Input[1]) is not { } sum || !sum.Is("ReduceSum") || sum.Input[0] != exp.Output[0]
            || !IsOverLast(sum, import)) return false;
        var from = exp.Input[0];
        if (import.MakerOf(from) is { } less && less.Is("Sub") && import.MakerOf(less.Input[1]) is { } max && max.Is("ReduceMax")
            && max.Input[0] == less.Input[0] && IsOverLast(max, import)) from = less.Input[0];
        return Make("Softmax", from, node, import);
    }

    private static bool IsLogarithm(NodeProto node, Import import) =>
        import.MakerOf(node.Input[0]) is { } softmax && softmax.Is("Softmax") && Make("LogSoftmax", softmax.Input[0], node, import);

    private static bool Make(string opType, string from, NodeProto node, Import import)
    {
        if (import[from] is not Flow { Shape.IsVector: true } flow || !import.ShapeOf(node.Output[0]).Equals(flow.Shape)) return false;
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal) { ["axis"] = 1L };
        var description = new NodeDescription(opType, [flow.Shape], new Dictionary<int, Constant>(), attributes, flow.Shape);
        if (!import.TryAdd(node.Name, node.Output[0], description, [flow])) return false;
        import.Changes.Add("written-softmax", Nodes.NameOf(node), $"several nodes are one {opType}", node.Output[0]);
        return true;
    }

    /// <summary>True for a reduction of a vector to one number, the axis kept.</summary>
    private static bool IsOverLast(NodeProto node, Import import) =>
        import.Probe.SizesOf(node.Output[0]) is [1, 1] && import.Probe.SizesOf(node.Input[0]).Length == 2;
}
