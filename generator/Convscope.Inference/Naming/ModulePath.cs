using System.Text.RegularExpressions;
using Convscope.Core.Operators;

namespace Convscope.Inference.Naming;

/// <summary>The name of a node as exporters write it: modules within modules, and at the end the operator.</summary>
internal static partial class ModulePath
{
    /// <summary>What stands between modules.</summary>
    private static readonly char[] Separators = ['/', ':'];

    /// <summary>Operators as other programs call them.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "MatMul", "Gemm", "BiasAdd", "Conv2D", "Conv2D_Fold", "Dense", "ReLU", "Relu6", "AddV2", "AvgPool", "ConcatV2", "Mean",
        "PadV2", "RealDiv", "DepthwiseConv2dNative",
        "depthwise", "separable_conv2d", "FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3", "convolution",
        "Reshape", "Squeeze", "relu", "add", "mul", "concat", "Shape",
    };

    /// <summary>Whether a name is a path of plain parts, and not a text that has a slash.</summary>
    public static bool Is(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ':' or ';')
        && name.Any(char.IsLetterOrDigit);

    /// <summary>The modules that a path leads through, joined by dots, without its operator; empty where it leads through none.</summary>
    public static string Module(string path, Operator op)
    {
        var parts = Parts(path);
        return string.Join('.', parts.Length > 0 && IsOperator(parts[^1], op) ? parts[..^1] : parts);
    }

    // TensorFlow Lite joins the names of all that it made one node of: any of them will do.
    private static string[] Parts(string path)
    {
        var parts = path.Split(';')[0].Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(part => !Ornaments.IsWrapping(part))
            .ToArray();

        // A module that its child repeats says nothing: layer3/layer3.1 is layer3.1.
        return [.. parts.Where((part, i) => i + 1 == parts.Length || !(parts[i + 1] == part
            || parts[i + 1].StartsWith(part + ".", StringComparison.Ordinal)))];
    }

    /// <summary>Whether a part is an operator's name as files have it, with or without a number: <c>Conv</c>, <c>Relu_1</c>,
    /// <c>Conv2D__6</c>.</summary>
    private static bool IsOperator(string part, Operator op) => Counter().Replace(part, "") is var word
        && (OperatorCatalog.Types.Contains(word) || Others.Contains(word) || word == op.ShortName);

    [GeneratedRegex(@"(_+\d+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
