using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Texts;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Titles of modules that tell them apart, and the minimap that links to them.</summary>
internal static class ModuleTitles
{
    /// <summary>A title that several modules share gets a number, one that stands for several a range of numbers; single layers go
    /// without.</summary>
    /// <param name="modules">Modules that follow each other.</param>
    /// <param name="words">The words that they are in.</param>
    /// <param name="before">How many of their title come before the first.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Module> modules, Words words, int before = 0)
    {
        var counts = modules.GroupBy(module => module.Title).ToDictionary(group => group.Key, group => group.Sum(module => module.Times));
        var met = new Dictionary<Phrase, int>();
        return [.. modules.Select(module =>
        {
            var title = ShownText.Name(words.Counted(module.Title, module.Times));
            if (!module.Opens || counts[module.Title] + before == 1) return title;
            var first = met.GetValueOrDefault(module.Title, before) + 1;
            var last = met[module.Title] = first + module.Times - 1;
            return module.Times == 1 ? words["module_numbered", title, first] : words["module_range", title, first, last];
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
        var titles = Of(views.Modules, views.Words);
        return [.. views.Modules.Select((module, i) => new ModuleRowView(
            Id(i), titles[i], views.Words[ModuleNames.MadeOf(module.Layers)], module.Parameters,
            [.. module.Layers.Select(layer => views[layer])]))];
    }

    /// <summary>The whole network, small, a link a module.</summary>
    public static MinimapView Minimap(NetworkGraph network, NetworkViews views)
    {
        var (modules, words) = (views.Modules, views.Words);
        var plan = OverviewMinimap.Plan(network, modules);
        var titles = Of(modules, words);
        return new(
            plan,
            [.. modules.Select((module, i) => new MinimapPartView(
                plan.Parts[i], Id(i), titles[i], words[ModuleNames.MadeOf(module.Layers)]))],
            [.. plan.Marks.Select(marks => new MinimapWordView(marks.Role, words[WordOf(marks.Role)]))]);
    }

    private static string WordOf(string role) => role switch
    {
        "input" => "role_input",
        "mix" => "role_mix",
        "normalise" => "role_normalise",
        "activate" => "role_activate",
        "pool" => "role_pool",
        "join" => "role_join",
        _ => "role_other",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
