using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Says in short what a network gives that ends in numbers, not in classes.</summary>
public static class OutputNumbers
{
    /// <summary>So many numbers are named one by one; of more, the range is told.</summary>
    private const int Few = 4;

    /// <summary>The numbers of a picture.</summary>
    public static NumbersView Of(float[] values, NetworkGraph network, NetworkViews views, UnitPlan plan, Words words)
    {
        var decimals = Decimals.ForMagnitude(values.Max(Math.Abs));
        string Shown(float value) => new Number(value, decimals).Short;
        var output = network.Output;
        var text = values.Length > Few ? words["numbers_between", values.Length, Shown(values.Min()), Shown(values.Max())]
            : string.Join(words["list_comma"], values.Select((value, unit) => views.IsLabelled(output) ? words["named_number", views.UnitName(output, unit), Shown(value)] : Shown(value)));
        return new(text, [.. plan.Units(output).Select(unit => new NumberView(unit, views.GivenUnitName(output, unit), values[unit]))]);
    }
}
