using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Titles of modules that tell them apart, and the minimap that links to them.</summary>
internal static class ModuleTitles
{
    /// <summary>A title that several modules share gets a number, one that stands for several a range of numbers; single layers go without.</summary>
    /// <param name="modules">Modules that follow each other.</param>
    /// <param name="before">How many of their title come before the first.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Module> modules, int before = 0)
    {
        var counts = modules.GroupBy(module => module.Title, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(module => module.Times));
        var met = new Dictionary<string, int>();
        return [.. modules.Select(module =>
        {
            if (!module.Opens || counts[module.Title] + before == 1) return module.Title;
            var first = met.GetValueOrDefault(module.Title, before) + 1;
            var last = met[module.Title] = first + module.Times - 1;
            return module.Times == 1 ? Invariant($"{module.Title} {first}") : Invariant($"{module.Title}s {first}–{last}");
        })];
    }

    /// <summary>How many modules of a module's title come before it among its neighbours.</summary>
    public static int Before(ImmutableArray<Module> modules, int place) =>
        modules[..place].Where(module => module.Title == modules[place].Title).Sum(module => module.Times);

    /// <summary>A module's name in fragments.</summary>
    public static string Id(int place) => Invariant($"module-{place + 1}");

    /// <summary>The modules apart from any picture.</summary>
    public static ImmutableArray<ModuleRowView> Rows(NetworkViews views)
    {
        var titles = Of(views.Modules);
        return [.. views.Modules.Select((module, i) => new ModuleRowView(
            Id(i), titles[i], ModuleNames.MadeOf(module.Layers), module.Parameters, [.. module.Layers.Select(layer => views[layer])]))];
    }

    /// <summary>The whole network, small, a link a module.</summary>
    public static MinimapView Minimap(NetworkGraph network, ImmutableArray<Module> modules)
    {
        var plan = OverviewMinimap.Plan(network, modules);
        var titles = Of(modules);
        return new(
            plan,
            [.. modules.Select((module, i) => new MinimapPartView(
                plan.Parts[i], Id(i), titles[i], ModuleNames.MadeOf(module.Layers)))],
            [.. plan.Marks.Select(marks => new MinimapWordView(marks.Role, WordOf(marks.Role)))]);
    }

    private static string WordOf(string role) => role switch
    {
        "input" => "input",
        "mix" => "convolution, dense",
        "normalise" => "normalisation",
        "activate" => "activation",
        "pool" => "pooling",
        "join" => "sum, concatenation",
        _ => "rearrangement",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
