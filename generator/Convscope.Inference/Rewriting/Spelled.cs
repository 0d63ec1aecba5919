using Convscope.Inference.Onnx;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// Operators that mean several of ONNX's own, written out as those: what CoreML's converters put before a network (<c>ImageScaler</c>,
/// <c>Crop</c>, <c>Affine</c>: experimental operators of ONNX 1.0 to 1.4), and what the runtime's optimiser makes of pairs of nodes
/// (<c>com.microsoft</c>, https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md).
/// </summary>
internal static class Spelled
{
    private const string Runtime = "com.microsoft";

    /// <summary>Changes a model.</summary>
    public static void Apply(ModelProto model, GraphChanges changes)
    {
        var graph = model.Graph;
        var opset = Nodes.OpsetOf(model);
        for (var i = 0; i < graph.Node.Count; i++)
        {
            var node = graph.Node[i];
            var writer = new SpelledNode(graph, node, opset);
            if (!Write(node, writer)) continue;
            graph.Node.RemoveAt(i);
            foreach (var (written, at) in writer.Nodes.Select((written, at) => (written, at))) graph.Node.Insert(i + at, written);
            i += writer.Nodes.Count - 1;
            changes.Add("written-out", Nodes.NameOf(node),
                $"{node.OpType} is {string.Join(", ", writer.Nodes.Select(written => written.OpType))} in one");
        }
    }

    private static bool Write(NodeProto node, SpelledNode w) => (node.Domain, node.OpType) switch
    {
        ("" or "ai.onnx", "ImageScaler") => Scaled(w, w.Float("scale", 1), w.Floats("bias")),
        ("" or "ai.onnx", "Affine") => Scaled(w, w.Float("alpha", 1), [w.Float("beta", 0)]),
        ("" or "ai.onnx", "Crop") => Cropped(w),
        ("" or "ai.onnx", "ScaledTanh") => Between(w, "Tanh"),
        ("" or "ai.onnx", "ParametricSoftplus") => Between(w, "Softplus"),
        (Runtime, "FusedConv") => Activated(w.Then("Conv", [.. node.Input.Skip(1).Take(2)], w.Others("activation", "activation_params"))
            .Add(node.Input.ElementAtOrDefault(3)), w.Floats("activation_params")),
        (Runtime, "FusedGemm") => Activated(w.Then("Gemm", [.. node.Input.Skip(1)], w.Others("activation", "activation_alpha",
            "activation_beta", "activation_gamma")), [w.Float("activation_alpha", 0), w.Float("activation_beta", 0)]),
        (Runtime, "FusedMatMul" or "TransposeMatMul") => Product(node, w),
        (Runtime, "BiasGelu") => w.Then("Add", node.Input[1]).Then("Gelu", [], [], Runtime).End(),
        (Runtime, "FastGelu") when node.Input.Count > 1 => w.Add(node.Input[1]).Then("FastGelu", [], [], Runtime).End(),
        (Runtime, "SkipLayerNormalization") when node.Output.Count == 1 => w.Then("Add", node.Input[1])
            .Add(node.Input.ElementAtOrDefault(4)).Then("LayerNormalization", [.. node.Input.Skip(2).Take(2)], w.Others()).End(),
        (Runtime, "NhwcMaxPool") => w.Turn(0, 3, 1, 2).Then("MaxPool", [], w.Others()).Turn(0, 2, 3, 1).End(),
        _ => false,
    };

    private static bool Scaled(SpelledNode w, float factor, float[] shifts) =>
        w.Then("Mul", w.Number(factor)).Then("Add", w.Constant(shifts, shifts.Length == 1 ? [] : [shifts.Length, 1, 1])).End();

    /// <summary>A function between two factors.</summary>
    private static bool Between(SpelledNode w, string function) =>
        w.Then("Mul", w.Number(w.Float("beta", 1))).Then(function).Then("Mul", w.Number(w.Float("alpha", 1))).End();

    /// <summary>Left, top, right and bottom are cut off, or what is left has a size.</summary>
    private static bool Cropped(SpelledNode w)
    {
        if (w.Longs("border") is not { Length: >= 2 } border) return false;
        long[] ends = w.Longs("scale") is { Length: 2 } size ? [border[1] + size[0], border[0] + size[1]]
            : border.Length == 4 ? [border[3] > 0 ? -border[3] : int.MaxValue, border[2] > 0 ? -border[2] : int.MaxValue] : [];
        return ends.Length == 2 && w.Slice([border[1], border[0]], ends, [2, 3]).End();
    }

    private static bool Product(NodeProto node, SpelledNode w)
    {
        if (w.Float("transA", 0) != 0 || w.Float("transBatchA", 0) != 0 || w.Float("transBatchB", 0) != 0) return false;
        var factor = node.Input[1];
        if (w.Float("transB", 0) != 0)
        {
            if (w.Swapped(factor) is not { } swapped) return false;
            factor = swapped;
        }

        w.Then("MatMul", factor);
        if (w.Float("alpha", 1) is var alpha && alpha != 1) w.Then("Mul", w.Number(alpha));
        return w.End();
    }

    private static bool Activated(SpelledNode w, float[] numbers)
    {
        (string Name, float Value)[] settings = w.Text("activation") switch
        {
            "LeakyRelu" => [("alpha", At(0))],
            "HardSigmoid" => [("alpha", At(0)), ("beta", At(1))],
            _ => [],
        };
        return w.Text("activation") switch
        {
            "" => w.End(),
            "Clip" => w.Then("Clip", w.Number(At(0)), w.Number(At(1))).End(),
            "Relu" or "LeakyRelu" or "HardSigmoid" or "Sigmoid" or "Tanh" => w.Then(w.Text("activation"), [], [.. settings.Select(setting =>
                new AttributeProto { Name = setting.Name, Type = Kind.Float, F = setting.Value })]).End(),
            _ => false,
        };

        float At(int index) => numbers.ElementAtOrDefault(index);
    }
}
