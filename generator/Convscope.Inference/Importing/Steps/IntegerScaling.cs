using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// What a sum of whole numbers stands for: the <c>Mul</c> by its steps, and the <c>Add</c> of a bias after it, are a part of
/// <c>ConvInteger</c> and <c>MatMulInteger</c>.
/// </summary>
internal sealed class IntegerScaling : IImportStep
{
    private const int Factor = 4, Bias = 5;

    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        var position = node.Is("Mul") ? Factor : node.Is("Add") ? Bias : 0;
        if (position == 0 || node.Input.Count != 2) return false;
        var at = import[node.Input[0]] is Flow ? 0 : 1;
        if (import[node.Input[at]] is not Flow flow || import[node.Input[1 - at]] is not Known { Constant: var constant }) return false;
        var recording = import.Of(flow);
        if (recording.Node is not { OpType: "ConvInteger" or "MatMulInteger" } sum || sum.Constants.ContainsKey(position)
            || sum.Constants.ContainsKey(Factor) != (position == Bias) || !import.IsOnlyFor(recording, node.Input[at])) return false;
        if (!import.ShapeOf(node.Output[0], flow.Layout).Equals(flow.Shape) || !IsOneAUnit(constant, flow)) return false;
        var constants = sum.Constants.ToDictionary();
        constants[position] = new([constant.Values.Length], constant.Values);
        if (!import.TryAdd(recording.Layer.Name, node.Output[0], sum with { Constants = constants }, import.InputsOf(recording),
            flow.Layout))
            return false;
        import.Changes.Add("fold-quantise", Nodes.NameOf(node), $"became a part of '{recording.Layer.Name}'", node.Output[0]);
        return true;
    }

    private static bool IsOneAUnit(Constant constant, Flow flow)
    {
        if (constant.Values.Length == 1) return true;
        var axis = flow.Shape.IsVector ? constant.Sizes.Count - 1 : constant.Sizes.Count - 3;
        return axis >= 0 && constant.Values.Length == flow.Shape.Units && constant.Sizes[axis] == flow.Shape.Units;
    }
}
