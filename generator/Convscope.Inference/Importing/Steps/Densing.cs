using Convscope.Core.Operators;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Dense layers: <c>Gemm</c>, or <c>MatMul</c> with the <c>Add</c> of the bias that follows it.</summary>
internal sealed class Densing : IImportStep
{
    /// <inheritdoc/>
    public bool TryImport(NodeProto node, Import import)
    {
        if (!node.Is("MatMul") && !node.Is("Gemm")) return false;
        if (import[node.Input[0]] is not Flow { Shape.IsVector: true } flow) return false;
        if (import[node.Input[1]] is not Known { Constant: { Sizes.Count: 2 } matrix }) return false;
        return node.Is("Gemm") ? FromGemm(node, flow, matrix, import) : FromMatMul(node, flow, matrix, import);
    }

    private static bool FromMatMul(NodeProto node, Flow flow, Constant matrix, Import import)
    {
        var outputs = matrix.Sizes[1];
        if (matrix.Sizes[0] != flow.Shape.Count) return false;
        var weights = Permutation.Swap(matrix.Values, matrix.Sizes[0], outputs);
        var add = import.OnlyReader(node.Output[0]) is { } reader && reader.Is("Add") ? reader : null;
        if (add is not null && add.Input.Select(name => import[name]).OfType<Known>().FirstOrDefault() is { } bias
            && bias.Constant.Values.Length == outputs && import.ShapeOf(add.Output[0]).Sizes.SequenceEqual([outputs]))
        {
            var dense = KnownOperators.Dense(weights, bias.Constant.Values, flow.Shape.Count, outputs);
            import.Add(Nodes.CommonName(node.Name, add.Name), add.Output[0], dense, [flow]);
            import.Changes.Add("dense-bias", Nodes.NameOf(add), $"became the bias of the dense layer {Nodes.Label(node)}");
            import[node.Output[0]] = import[add.Output[0]];
            return true;
        }

        import.Add(node.Name, node.Output[0], KnownOperators.Dense(weights, null, flow.Shape.Count, outputs), [flow]);
        return true;
    }

    // Y = alpha · A · B + beta · C, https://onnx.ai/onnx/operators/onnx__Gemm.html
    private static bool FromGemm(NodeProto node, Flow flow, Constant matrix, Import import)
    {
        var attributes = Nodes.Attributes(node);
        long Int(string name) => attributes.TryGetValue(name, out var value) ? (long)value : 0;
        float Factor(string name) => attributes.TryGetValue(name, out var value) ? (float)value : 1;

        var transposed = Int("transB") != 0;
        var (inputs, outputs) = transposed ? (matrix.Sizes[1], matrix.Sizes[0]) : (matrix.Sizes[0], matrix.Sizes[1]);
        if (Int("transA") != 0 || inputs != flow.Shape.Count) return false;

        float[]? bias = null;
        if (node.Input.Count > 2 && node.Input[2].Length > 0)
        {
            if (import[node.Input[2]] is not Known { Constant.Values: var given }) return false;
            if (given.Length != outputs && given.Length != 1) return false;
            bias = new float[outputs];
            for (var i = 0; i < outputs; i++) bias[i] = Factor("beta") * given[given.Length == 1 ? 0 : i];
        }

        var weights = transposed ? matrix.Values : Permutation.Swap(matrix.Values, inputs, outputs);
        var alpha = Factor("alpha");
        if (alpha != 1) weights = Array.ConvertAll(weights, weight => weight * alpha);

        import.Add(node.Name, node.Output[0], KnownOperators.Dense(weights, bias, inputs, outputs), [flow]);
        return true;
    }
}
