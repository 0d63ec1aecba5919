using Convscope.Core.Explain;

namespace Convscope.Tests.Shared.Equations;

/// <summary>Equations of pages that are no operator's: how a pixel becomes a number, how large maps are, one product.</summary>
internal static class PageEquations
{
    /// <summary>What they compute, by <c>data-equation</c>.</summary>
    public static IReadOnlyDictionary<string, Action<ShownEquation>> Rules { get; } =
        new Dictionary<string, Action<ShownEquation>>(StringComparer.Ordinal)
        {
            ["product"] = e => e.Expect("the product", e.Operands.Single().Product, e.Result),
            ["preprocess"] = Preprocess,
            ["output-size"] = OutputSize,
        };

    private static void Preprocess(ShownEquation e)
    {
        e.ExpectParts();
        if (e.Find("i") is { } pixel) e.Expect("255 - pixel", new ShownNumber(255, 0) - pixel, e["x"]);
        e.Expect("(p - mean) / std", (e["p"] - e["m"]).Value / e["d"].Value, e.Result);
    }

    /// <summary>Whole numbers: floor((input + 2 padding - dilation (kernel - 1) - 1) / stride) + 1, and nothing where there is no
    /// room.</summary>
    private static void OutputSize(ShownEquation e)
    {
        var room = e["input"].Value + (2 * e["padding"].Value) - (e["dilation"].Value * (e["kernel"].Value - 1)) - 1;
        e.Expect("the room", room, e["room"]);
        if (room >= 0) e.Expect("the rule", Math.Floor(room / e["stride"].Value) + 1, e.Result);
        else if (e.Find("result") is { } result) e.Expect("no room", double.NaN, result);
    }
}
