using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Titles of modules that tell them apart, and the minimap that links to them.</summary>
internal static class ModuleTitles
{
    /// <summary>A title that several modules share gets a number; single layers go without.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<Module> modules)
    {
        var counts = modules.GroupBy(module => module.Title, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count());
        var met = new Dictionary<string, int>();
        return [.. modules.Select(module =>
        {
            if (!module.Opens || counts[module.Title] == 1) return module.Title;
            var number = met[module.Title] = met.GetValueOrDefault(module.Title) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{module.Title} {number}");
        })];
    }

    /// <summary>The whole network, small, a link a module.</summary>
    public static MinimapView Minimap(NetworkGraph network, ImmutableArray<Module> modules)
    {
        var plan = OverviewMinimap.Plan(network, modules);
        var titles = Of(modules);
        return new(
            plan,
            [.. modules.Select((module, i) => new MinimapPartView(
                plan.Parts[i], string.Create(CultureInfo.InvariantCulture, $"module-{i + 1}"), titles[i], ModuleNames.MadeOf(module.Layers)))],
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
}
