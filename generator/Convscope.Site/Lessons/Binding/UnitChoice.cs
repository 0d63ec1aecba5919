using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Configuration;

namespace Convscope.Site.Lessons.Binding;

/// <summary>How a unit is found.</summary>
public enum UnitRule
{
    /// <summary>By its index.</summary>
    Index,

    /// <summary>The one with the largest value on the picture; of classes, the one that is predicted.</summary>
    Strongest,

    /// <summary>The one with most zeros that isn't zero everywhere.</summary>
    Sparsest,
}

/// <summary>A unit of a layer, by index or by a rule that the picture decides.</summary>
public sealed record UnitChoice(UnitRule Rule, int Index = 0)
{
    private static readonly Dictionary<string, UnitRule> Rules = new(StringComparer.Ordinal)
    {
        ["strongest"] = UnitRule.Strongest, ["sparsest"] = UnitRule.Sparsest,
    };

    /// <summary>Reads an index, <c>first</c> or <c>last</c>, a rule, or a class's label.</summary>
    public static UnitChoice Parse(string text, Layer? layer, LessonScope scope, out string? problem)
    {
        problem = null;
        if (Rules.TryGetValue(text, out var rule)) return new(rule);
        var isNumber = Arguments.Number(text) is not null;
        if (layer is null) return new(isNumber ? UnitRule.Index : UnitRule.Strongest);
        var units = layer.Shape.Units;
        var drawn = scope.Plan.Units(layer);
        if (text == "first") return new(UnitRule.Index, drawn.IsEmpty ? 0 : drawn[0]);
        if (text == "last") return new(UnitRule.Index, drawn.IsEmpty ? units - 1 : drawn[^1]);
        if (Arguments.Number(text) is { } index && index < units)
        {
            if (!layer.Shape.IsVector && !drawn.IsEmpty && !drawn.Contains(index))
                problem = $"unit {text} of '{layer.Id}' isn't among the {drawn.Length.ToString(CultureInfo.InvariantCulture)} most active, which are drawn; raise 'units' under 'limits' in site.yaml";
            return new(UnitRule.Index, index);
        }

        string[] labels = scope.Views.IsLabelled(layer)
            ? [.. Enumerable.Range(0, units).Select(unit => scope.Views.GivenUnitName(layer, unit))] : [];
        if (Array.IndexOf(labels, text) is >= 0 and var at) return new(UnitRule.Index, at);
        problem = isNumber
            ? $"'{layer.Id}' has {units.ToString(CultureInfo.InvariantCulture)} units, 0 to {(units - 1).ToString(CultureInfo.InvariantCulture)}; there is no unit {text}"
            : $"'{layer.Id}' has no unit '{text}'{Suggestion.For(text, [.. Rules.Keys, "first", "last", .. labels])}";
        return new(UnitRule.Strongest);
    }

    /// <summary>Whether a text names a rule whose answer depends on the picture.</summary>
    public static bool DependsOnPicture(string text) => Rules.ContainsKey(text);

    /// <summary>The unit on a picture, among those that are drawn.</summary>
    public int On(Tensor tensor, IReadOnlyList<int> drawn) => Rule switch
    {
        UnitRule.Index => Index,
        UnitRule.Strongest => Candidates(tensor, drawn).MaxBy(unit => (MapStatistics.Of(tensor, unit).Maximum, -unit)),
        _ => Sparsest(tensor, Candidates(tensor, drawn)),
    };

    private static IEnumerable<int> Candidates(Tensor tensor, IReadOnlyList<int> drawn) =>
        drawn.Count > 0 ? drawn : Enumerable.Range(0, tensor.Shape.Units);

    private static int Sparsest(Tensor tensor, IEnumerable<int> units) =>
        units.Select(unit => (Unit: unit, Zeros: MapStatistics.Of(tensor, unit).ZeroShare))
            .MaxBy(pair => (pair.Zeros < 1 ? pair.Zeros : -1, -pair.Unit)).Unit;
}
