using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>An operator that isn't explained: it still gets its pictures, its settings and its page.</summary>
/// <param name="onnxType">The ONNX operator type. Hostile until escaped.</param>
/// <param name="shape">Its output shape, found by running.</param>
public sealed partial class Unexplained(string onnxType, Shape shape) : Operator, IUnexplained
{
    private const int LongestText = 60, LongestList = 12;

    /// <summary>The domain that defines the operator; empty for ONNX's own.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The node's attributes: <c>long</c>, <c>float</c>, <c>string</c>, <c>long[]</c>, <c>float[]</c>.</summary>
    public IReadOnlyDictionary<string, object> Attributes { get; init; } = new Dictionary<string, object>();

    /// <inheritdoc/>
    public override string Kind => "unexplained";

    /// <inheritdoc/>
    public override Phrase Title => Phrase.Name(onnxType);

    /// <inheritdoc/>
    public override string ShortName => onnxType;

    /// <summary>Why there is no equation: it is another <c>domain</c>'s operator, a <c>form</c> that isn't explained, or
    /// <c>unknown</c>.</summary>
    public string Reason => Domain.Length > 0 ? "domain" : OperatorCatalog.Types.Contains(onnxType) ? "form" : "unknown";

    /// <summary>The page that documents it; empty for another domain's.</summary>
    public string Documentation =>
        Domain.Length == 0 && PlainName().IsMatch(onnxType) ? $"https://onnx.ai/onnx/operators/onnx__{onnxType}.html" : "";

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <summary>The attributes as texts, long lists cut.</summary>
    public override IReadOnlyList<Setting> Settings =>
        [.. Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new Setting(pair.Key, Text(pair.Value)) { Name = Phrase.Of(pair.Key) })];

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => shape;

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => null;

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new UnknownReading();

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) => null;

    private static string Text(object value) => value switch
    {
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text.Length <= LongestText ? text : text[..LongestText] + "…",
        long[] list => List(list, item => item.ToString(CultureInfo.InvariantCulture)),
        float[] list => List(list, item => item.ToString("R", CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string List<T>(T[] items, Func<T, string> text)
    {
        var shown = string.Join(", ", items.Take(LongestList).Select(text));
        return items.Length <= LongestList ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown}, … ({items.Length} in all)");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex PlainName();
}
