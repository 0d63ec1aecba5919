using System.Text.RegularExpressions;
using Convscope.Core.Operators;

namespace Convscope.Tests.Unit.Sources;

/// <summary>
/// Finds in a source what only an operator's own file should know: tests of an operator's type, comparisons with its kind, ONNX types.
/// </summary>
internal static partial class OperatorQuestions
{
    private static readonly string Classes = string.Join('|', typeof(Operator).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Operator))).Select(type => type.Name));

    private static readonly Regex TypeTest = new(
        $@"\b(is|is not|as|or|case)\s+\(?({Classes})\b(?!\s*[.(])|OfType<({Classes})>|typeof\(({Classes})\)|\(({Classes})\)\w|^\s*({Classes})( \w+)?( \{{.*\}})?( when .*)? =>",
        RegexOptions.CultureInvariant);

    private static readonly HashSet<string> OnnxTypes = [.. OperatorCatalog.Types];

    private static readonly HashSet<string> Kinds = [.. EquationCatalog.Kinds, "input", "flatten", "unexplained"];

    /// <summary>What a file of C# asks of an operator's type or kind, a line each.</summary>
    public static IEnumerable<string> OfCode(string text) =>
        text.Split('\n').Select(line => Comment().Replace(line, "")).Where(line => IsTypeTest(line) || KindTest().IsMatch(line));

    /// <summary>ONNX types that a file of C# names.</summary>
    public static IEnumerable<string> OnnxTypesIn(string text) =>
        text.Split('\n').Select(line => Comment().Replace(line, ""))
            .Where(line => Literal().Matches(line).Any(word => OnnxTypes.Contains(word.Groups[1].Value)));

    /// <summary>Comparisons of a template with an operator's kind.</summary>
    public static IEnumerable<string> OfTemplate(string text) => text.Split('\n').Where(line => TemplateTest().IsMatch(line));

    /// <summary>Lines of a script that ask for an operator's kind and name one. What else is told apart by a kind, such as changes of a
    /// network, has other words, but for one.</summary>
    public static IEnumerable<string> OfScript(string text) => text.Split('\n').Where(line => !line.TrimStart().StartsWith('*')
        && ScriptTest().IsMatch(line) && Literal().Matches(line).Select(word => word.Groups[1].Value)
            .Any(word => word != "add" && Kinds.Contains(word)));

    private static bool IsTypeTest(string line) => TypeTest.IsMatch(Literal().Replace(line, "\"\""));

    [GeneratedRegex(@"^\s*///.*$|(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    /// <summary><c>op.Kind == "conv"</c>, <c>kind.Contains("pool")</c>, <c>OfKind("conv")</c>, <c>Layer("conv:first")</c>.</summary>
    [GeneratedRegex("""Operator\.Kind (==|!=|is|is not) "|Operator\.Kind\.(Contains|StartsWith|EndsWith)|\bkind\.(Contains|StartsWith|EndsWith)\("|{ Kind: var |OfKind\("(?!activation")|"(?!activation|kernels)[a-z-]+:(first|last)""")]
    private static partial Regex KindTest();

    [GeneratedRegex(@"\bkind\b")]
    private static partial Regex ScriptTest();

    [GeneratedRegex(@"\b(layer|figure|arc|unit)\.kind\s*(==|!=)")]
    private static partial Regex TemplateTest();
}
