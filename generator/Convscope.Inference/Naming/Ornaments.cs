using System.Text.RegularExpressions;
using Convscope.Core.Operators;

namespace Convscope.Inference.Naming;

/// <summary>What exporters add to names, or make up where a network's author gave none.</summary>
internal static partial class Ornaments
{
    private const string Variable = "/ReadVariableOp";

    private static readonly string[] Parameters =
    [
        "weight", "bias", "weights", "biases", "kernel", "gamma", "beta", "scale", "offset", "running_mean", "running_var", "moving_mean",
        "moving_variance", "alpha", "w", "b", "W", "B", "w_0", "w_1", "w_2", "b_0", "s", "rm", "riv",
    ];

    /// <summary>A name without what an exporter put around it; empty where nothing of the author's is left.</summary>
    public static string Without(string name)
    {
        var cut = name;
        while (Ending().Replace(Beginning().Replace(cut, ""), "") is var next && next != cut) cut = next;
        return MadeUp().IsMatch(cut) || OperatorCatalog.Types.Contains(WithoutNumber(cut)) || IsTraced(name) ? "" : cut;
    }

    /// <summary>The module that a weight belongs to, <c>layer1.0.conv1</c> of <c>layer1.0.conv1.weight</c>; empty where its name tells
    /// none.</summary>
    public static string ModuleOf(string weight)
    {
        var name = Beginning().Replace(Ending().Replace(weight, ""), "");
        if (name.EndsWith(Variable, StringComparison.Ordinal)) name = name[..^Variable.Length];
        var parameter = Parameters.FirstOrDefault(parameter => name.Length > parameter.Length + 1
            && name.EndsWith(parameter, StringComparison.Ordinal) && name[^(parameter.Length + 1)] is '.' or '/' or '_');
        if (parameter is null) return "";
        name = name[..^(parameter.Length + 1)];
        return MadeUp().IsMatch(name) && !name.All(char.IsAsciiDigit) ? "" : name;
    }

    /// <summary>Whether a part of a path is what programs wrap a network in, and no module of it.</summary>
    public static bool IsWrapping(string part) => Wrapping().IsMatch(part);

    /// <summary>A name without the number that tells it from others.</summary>
    public static string WithoutNumber(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_', '.');

    /// <summary>PyTorch's newer exporter names nodes by what its tracer called them.</summary>
    private static bool IsTraced(string name) => name.StartsWith("node_", StringComparison.Ordinal);

    [GeneratedRegex(@"^(p2o\.|L__self___|fused |%)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"(_[Oo]utput_\d+|:\d+|\.tmp_\d+|__\d+|_fwd|_quant|_quantized|_(Quantize|Dequantize|DynamicQuantize)Linear)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(p2o|\d*|onnx::.*|getitem(_\d+)?|.*_reshape\d+|val_\d+|[_.\-/:\d]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex MadeUp();

    [GeneratedRegex(@"^(Stateful)?PartitionedCall(_\d+)?$|^(import|main_graph|tf_op_layer|gpu_0)$", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapping();
}
