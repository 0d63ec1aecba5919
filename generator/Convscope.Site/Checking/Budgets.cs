using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Convscope.Core.Diagnostics;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Assets;
using Convscope.Site.Building;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Checking;

/// <summary>
/// How much a reader has to load, compressed as a server would. Of pages of one kind only the largest is compressed, so that
/// the check costs nothing to speak of.
/// </summary>
public sealed class Budgets(StagedSite staged)
{
    internal const int Script = 30_000;
    internal const int UnitScript = 20_000;
    internal const int OverviewScript = 18_000;
    internal const int Style = 15_000;
    internal const int OverviewAll = 200_000;
    internal const int UnitPage = 12_000;
    internal const int EquationData = 120_000;

    /// <summary>Everything over its budget.</summary>
    /// <param name="network">The network.</param>
    /// <param name="modules">What a deep network's overview consists of; empty where every layer stands in it.</param>
    /// <param name="bundles">The site's scripts and styles.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="records">Where the maps of each lie, in the same order.</param>
    /// <param name="severity">Whether being over is an error.</param>
    public IReadOnlyList<Diagnostic> Over(
        NetworkGraph network,
            ImmutableArray<Module> modules, Bundles bundles, ImmutableArray<PictureView> pictures, IReadOnlyList<PictureRecord> records,
            Severity severity)
    {
        var over = new List<Diagnostic>();
        void Check(string what, long size, int budget, string route)
        {
            if (size <= budget) return;
            var message = string.Create(CultureInfo.InvariantCulture,
                $"{what} takes {size / 1000.0:F1} KB, compressed; the budget is {budget / 1000} KB");
            over.Add(new(DiagnosticCodes.OverBudget, severity, message, new(route)));
        }

        // The words of a language come with every script.
        var words = staged.Files.Keys.Where(route => route.EndsWith("/words.js", StringComparison.Ordinal)).Max(Compressed);
        long script = words + Compressed(bundles.Scripts.OfOverview), style = Compressed(bundles.Css);
        var deep = modules.IsEmpty ? 0 : Compressed(bundles.DeepCss);
        Check("the script of an overview", script, OverviewScript, bundles.Scripts.OfOverview);
        foreach (var route in bundles.Scripts.OfUnits) Check("the script of a unit's page", words + Compressed(route), UnitScript, route);
        foreach (var route in bundles.Scripts.Routes.Values) Check("the script of a page", words + Compressed(route), Script, route);
        Check("the style sheet", style, Style, bundles.Css);
        for (var at = 0; at < network.Layers.Length; at++)
        {
            var layer = network.Layers[at];
            var pages = pictures.SelectMany((picture, i) =>
                records[i].Layers[at].Units.Select(unit => Routes.Unit(picture.Id, layer.Id, unit.Index))).ToArray();
            if (pages.Length == 0) continue;
            var largest = pages.MaxBy(page => staged.Files[page])!;
            Check("a unit's page", Compressed(largest), UnitPage, largest);
            if (layer.Operator is ICopies) continue; // its script reads no input
            int[] inputs = [.. network.InputsOf(layer).Select(input => network.Layers.IndexOf(input))];
            var data = records.Select(record => inputs
                .SelectMany(input => layer.Operator.IsPerUnit
                    ? record.Layers[input].Units.Take(1) : record.Layers[input].Units.Take(Listed(layer)))
                .Where(unit => unit.Data.Length > 0).Select(unit => unit.Data).ToArray())
                    .MaxBy(files => files.Sum(file => staged.Files[file]))!;
            Check("the data of one equation", data.Sum(Compressed), EquationData, largest);
        }

        for (var i = 0; i < pictures.Length; i++)
        {
            var loaded = First(records[i], modules).Where(unit => unit.Map.Length > 0).Sum(unit => staged.Files[unit.Map]);
            var strip = pictures[i].Nearby.Sum(picture => staged.Files[picture.Thumbnail]);
            Check("an overview with all it loads", Compressed(pictures[i].Url) + loaded + strip + script + style + deep, OverviewAll,
                pictures[i].Url);
        }

        // One line a kind is enough: what mends the worst mends the others.
        return [.. over.GroupBy(diagnostic => diagnostic.Message.Split(" takes ")[0]).Select(group => group.First())];
    }

    /// <summary>The whole site, where it is over what is allowed; the estimate before the build was too low then, or nothing could be left
    /// out.</summary>
    /// <param name="limit">Bytes allowed in all, or null for the default a picture.</param>
    /// <param name="plan">What is shown.</param>
    /// <param name="severity">Whether being over is an error.</param>
    public IReadOnlyList<Diagnostic> Total(long? limit, PlanView plan, Severity severity)
    {
        var (total, allowed) = (staged.Files.Values.Sum(), limit ?? UnitPlan.BytesAPicture * plan.Pictures);
        if (total <= allowed) return [];
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"the site takes {total / 1e6:F1} MB; {allowed / 1e6:F1} MB are allowed. Under limits in site.yaml, lower units (now {plan.MostUnits} a layer{About(plan.MostUnits)}){Fewer()}, or raise bytes");
        return [new(DiagnosticCodes.TooManyBytes, severity, message)];

        // Bytes go by units, and by pictures; what is allowed a picture doesn't grow by having fewer.
        string About(int now) => now * allowed / total is var fitting and > 0 ? string.Create(CultureInfo.InvariantCulture,
            $": about {fitting} would fit") : "";
        string Fewer() => limit is null ? string.Create(CultureInfo.InvariantCulture, $" or layers (now {plan.Layers})")
            : string.Create(CultureInfo.InvariantCulture,
                $", layers (now {plan.Layers}) or pictures (now {plan.Pictures}{About(plan.Pictures)})");
    }

    /// <summary>The units whose maps the first view of an overview loads: of a deep network, those that stand for its closed
    /// modules.</summary>
    private static IEnumerable<UnitRecord> First(PictureRecord record, ImmutableArray<Module> modules)
    {
        if (modules.IsEmpty) return record.Layers.SelectMany(layer => layer.Units.Take(OverviewLayout.MostSmall));
        var shown = record.Layers.ToDictionary(layer => layer.Id, layer => layer.Units.Select(unit => unit.Index).ToImmutableArray());
        var faces = modules.Select(module => OverviewStrip.FaceOf(module, (layer, _) => shown[layer.Id]).Id)
            .ToHashSet(StringComparer.Ordinal);
        return record.Layers.Where(layer => faces.Contains(layer.Id)).SelectMany(layer => layer.Units.Take(OverviewStrip.MostTiles));
    }

    private static int Listed(Layer layer) => layer.Operator is IHasKernels conv ? conv.Listed : int.MaxValue;

    private long Compressed(string route)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(staged.Read(route));
        return counted.Length;
    }
}
