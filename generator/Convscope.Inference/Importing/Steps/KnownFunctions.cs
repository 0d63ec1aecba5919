using Convscope.Core.Explain;

namespace Convscope.Inference.Importing.Steps;

/// <summary>Activation functions that have a name, told by their values.</summary>
internal static class KnownFunctions
{
    /// <summary>Constants in the file are rounded to single precision, and PyTorch's 1.702 and 0.7979 to a few digits.</summary>
    private const double Tolerance = 2e-6;

    private static readonly Dictionary<string, object> None = new(StringComparer.Ordinal);

    private static readonly (string OpType, Dictionary<string, object> Attributes, Func<double, double> Function)[] All =
    [
        ("Relu", None, x => Math.Max(0, x)),
        ("Sigmoid", None, x => 1 / (1 + Math.Exp(-x))),
        ("HardSigmoid", With(("alpha", 1 / 6f), ("beta", 0.5f)), HardSigmoid),
        ("HardSigmoid", With(("alpha", 0.2f), ("beta", 0.5f)), x => Math.Clamp((0.2 * x) + 0.5, 0, 1)),
        ("HardSwish", None, x => x * HardSigmoid(x)),
        ("Silu", None, x => x / (1 + Math.Exp(-x))),
        ("Gelu", None, x => 0.5 * x * (1 + ErrorFunction.Of(x / Math.Sqrt(2)))),
        ("Gelu", With(("approximate", "tanh")), x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        ("Mish", None, x => x * Math.Tanh(Softplus(x))),
        ("Softplus", None, Softplus),
    ];

    private static readonly double[] Samples = [.. Enumerable.Range(-33, 67).Select(i => (i * 0.2503) + 0.0137)];

    /// <summary>The named function that has the same values everywhere, or null.</summary>
    public static (string OpType, Dictionary<string, object> Attributes)? Find(Func<double, double> function)
    {
        var values = Array.ConvertAll(Samples, x => function(x));
        foreach (var known in All)
        {
            if (Samples.Zip(values)
                .All(pair => Math.Abs(known.Function(pair.First) - pair.Second) <= Tolerance * Math.Max(1, Math.Abs(pair.First))))
                return (known.OpType, known.Attributes);
        }

        return null;
    }

    /// <summary>ln(1 + exp(x)), without overflow.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static double HardSigmoid(double x) => Math.Clamp((x / 6) + 0.5, 0, 1);

    private static Dictionary<string, object> With(params (string Name, object Value)[] attributes) =>
        attributes.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
