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

    /// <summary>So many stand in the overview.</summary>
    private const int MostDrawn = 16;

    /// <summary>So many are listed for programs.</summary>
    private const int MostListed = 4096;

    /// <summary>The numbers of a picture.</summary>
    public static NumbersView Of(float[] values, NetworkGraph network, NetworkViews views, UnitPlan plan, Words words)
    {
        var decimals = Decimals.ForMagnitude(values.Max(Math.Abs));
        string Shown(float value) => new Number(value, decimals).Short;
        var output = network.Output;
        var text = values.Length > Few ? words["numbers_between", values.Length, Shown(values.Min()), Shown(values.Max())]
            : string.Join(words["list_comma"], values.Select((value, unit) =>
                views.IsLabelled(output) ? words["named_number", views.UnitName(output, unit), Shown(value)] : Shown(value)));
        var listed = values.Length > MostListed ? plan.Units(output) : [.. Enumerable.Range(0, values.Length)];
        return new(
            text, [.. listed.Select(unit => new NumberView(unit, views.GivenUnitName(output, unit), values[unit]))],
            [.. plan.Units(output).OrderByDescending(unit => Math.Abs(values[unit])).ThenBy(unit => unit).Take(MostDrawn).Order()]);
    }
}
