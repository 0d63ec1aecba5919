using Convscope.Core.Operators;

namespace Convscope.Inference.Importing;

/// <summary>The name of a node as exporters write it: modules within modules, and at the end the operator.</summary>
internal static class LayerPath
{
    /// <summary>What stands between modules.</summary>
    private static readonly char[] Separators = ['/', ':'];

    /// <summary>The parts of a path, without the modules that their child repeats: <c>layer3/layer3.1</c> is <c>layer3.1</c>.</summary>
    public static string[] Parts(string path)
    {
        var parts = path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Where((part, i) => i + 1 == parts.Length || !parts[i + 1].StartsWith(part, StringComparison.Ordinal))];
    }

    /// <summary>Whether a name is a path of plain parts, and not a text that has a slash.</summary>
    public static bool Is(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ':');

    /// <summary>Whether a part is an operator's name as files have it, with or without a number: <c>Conv</c>, <c>Relu_1</c>,
    /// <c>Conv2D__6</c>.</summary>
    public static bool IsOperator(string part, Operator op) => WithoutNumber(part) is var word
        && (OperatorCatalog.Types.Contains(word) || word == op.ShortName
            || word is "MatMul" or "Gemm" or "BiasAdd" or "Conv2D" or "Reshape" or "Dense" or "ReLU");

    /// <summary>A part without the number that tells it from others.</summary>
    public static string WithoutNumber(string part) => part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_');
}
