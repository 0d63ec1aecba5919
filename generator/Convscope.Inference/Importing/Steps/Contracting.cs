using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>
/// A matrix product over the channels of maps is a convolution whose kernels have one cell; over those of a vector, a dense layer; an
/// <c>Einsum</c> over the columns of a table is a <c>MatMul</c>.
/// </summary>
internal sealed class Contracting : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (Contraction.Of(node, import) is not { } contraction) return false;
        var flow = (Flow)import[node.Input[contraction.At]];
        var (outputs, inputs) = (contraction.Matrix.Sizes[0], contraction.Matrix.Sizes[1]);
        var units = flow.Layout == InputLayout.Nhwc ? 3 : 1;
        var isOverUnits = contraction.Axis == units && contraction.Rank == flow.Shape.Sizes.Length + 1;
        if (isOverUnits && flow.Shape.Units == inputs && contraction.Rank is 3 or 4)
            return Make(node, "Conv", contraction.Matrix with { Sizes = [outputs, inputs, .. Enumerable.Repeat(1, contraction.Rank - 2)] },
                flow, import);
        if (!node.Is("Einsum")) return false;
        if (isOverUnits && flow.Shape.IsVector && flow.Shape.Units == inputs)
        {
            import.Add(Nodes.NameOf(node), node.Output[0], KnownOperators.Dense(contraction.Matrix.Values, null, inputs, outputs), [flow]);
            return true;
        }

        return contraction is { Axis: 2, Rank: 3 } && flow.Shape.Sizes.Length == 2
            && Make(node, "MatMul", new([inputs, outputs], Permutation.Swap(contraction.Matrix.Values, outputs, inputs)), flow, import);
    }

    private static bool Make(NodeProto node, string type, Constant weights, Flow flow, Import import)
    {
        var description = new NodeDescription(type, [flow.Shape], new Dictionary<int, Constant> { [1] = weights },
            new Dictionary<string, object>(StringComparer.Ordinal), import.ShapeOf(node.Output[0], flow.Layout));
        if (!import.TryAdd(Nodes.NameOf(node), node.Output[0], description, [flow], flow.Layout)) return false;
        if (type != node.OpType)
            import.Changes.Add("matrix-product", Nodes.NameOf(node), $"{node.OpType} with a constant matrix became {type}");
        return true;
    }
}
