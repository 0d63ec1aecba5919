using System.Collections.Immutable;

namespace Convscope.Core.Layout;

/// <summary>The stretch of the overview that a module of layers takes.</summary>
public sealed record OverviewBand(string Module, int X, int Width)
{
    private const int Margin = 16;

    /// <summary>A band a module, from its first to its last layer; modules that lie over each other have none.</summary>
    /// <param name="plan">The placed layers.</param>
    /// <param name="moduleOf">The module of a layer, or empty.</param>
    public static ImmutableArray<OverviewBand> Of(OverviewPlan plan, Func<string, string> moduleOf)
    {
        var bands = plan.Layers
            .GroupBy(layer => moduleOf(layer.Id), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => (Module: group.Key, Left: group.Min(layer => layer.X), Right: group.Max(layer => layer.X + layer.Width)))
            .OrderBy(band => band.Left).ToArray();
        return [.. bands
            .Where(band => bands.All(other => other == band || other.Right < band.Left || other.Left > band.Right))
            .Select(band => new OverviewBand(band.Module, band.Left - Margin, band.Right - band.Left + (2 * Margin)))];
    }
}
