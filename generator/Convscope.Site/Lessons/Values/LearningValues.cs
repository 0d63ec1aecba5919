using Convscope.Core.Explain;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Binding;

namespace Convscope.Site.Lessons.Values;

/// <summary>What a training measured of itself.</summary>
internal static class LearningValues
{
    private static readonly Dictionary<string, Func<LearningRecord, string>> Numbers = new(StringComparer.Ordinal)
    {
        ["rate"] = record => Live.Number(record.Rate, Number.Whole(record.Rate).Shown),
        ["batch"] = record => Live.Whole(record.Batch),
        ["pictures"] = record => Live.Whole(record.Pictures),
        ["measured"] = record => Live.Whole(record.Measured),
        ["epochs"] = record => Live.Whole(record.Epochs),
    };

    private static readonly Dictionary<string, Func<LearningCurves, LearningCurve>> Curves = new(StringComparer.Ordinal)
    {
        ["loss"] = curves => curves.Loss,
        ["accuracy"] = curves => curves.Accuracy,
    };

    /// <summary>Reads <c>name on at run</c>: a number of the record, or the loss or accuracy at an epoch.</summary>
    public static LiveValue Measured(Arguments arguments, LessonNeeds needs)
    {
        var name = arguments.Choice("name", "epochs", [.. Numbers.Keys, .. Curves.Keys]);
        var isPlain = arguments.Choice("run", "own", "own", "plain") == "plain";
        var isHeldOut = arguments.Choice("on", "held-out", "held-out", "training") == "held-out";
        var at = arguments.Choice("at", "last", "first", "last", "best");
        if (arguments.Scope.Learning is not { } record) return (_, _) => null;
        if (Numbers.TryGetValue(name, out var number)) return (_, _) => number(record);
        if ((isPlain ? record.Plain : record.Curves) is not { } curves) return (_, _) => null;
        var curve = Curves[name](curves);
        var values = isHeldOut ? curve.HeldOut : curve.Training;
        var isShare = name == "accuracy";
        var value = at switch
        {
            "first" => values[0],
            "best" => isShare ? values.Max() : values.Min(),
            _ => values[^1],
        };
        return (_, words) => isShare ? Live.Share(value, words) : Live.Number(value, 2);
    }
}
