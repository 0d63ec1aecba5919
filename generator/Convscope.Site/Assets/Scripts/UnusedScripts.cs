using Convscope.Core.Diagnostics;
using Convscope.Site.Templates;

namespace Convscope.Site.Assets.Scripts;

/// <summary>Finds scripts that a site has itself and no page could load, whatever its network: misspelt ones, and older ones.</summary>
internal static class UnusedScripts
{
    /// <summary>What scripts import that are made for a network, and what the engine begins with.</summary>
    private static readonly string[] Others = ["js/unit.js", "js/engine.js", "js/live/serve.js"];

    /// <summary>A warning for each.</summary>
    public static IEnumerable<Diagnostic> Of(TemplateSource templates)
    {
        string[] own = [.. templates.Own.Select(file => file.Shown).Where(IsScript)];
        if (own.Length == 0) return [];
        var graph = new ScriptGraph(templates);
        foreach (var name in PageScripts.Entries.Select(name => $"js/{name}.js").Concat(Others).Concat(templates.Scripts.Where(IsWidget)))
            graph.From(graph.Module(name));
        return own.Except(graph.Needed).Select(name => Diagnostic.Warning(
            DiagnosticCodes.UnusedScript,
            "no page loads this script, since none imports it; what a site adds begins in templates/js/own.js",
            new(templates.Shown(name))));
    }

    private static bool IsScript(string name) => name.EndsWith(".js", StringComparison.Ordinal);

    private static bool IsWidget(string name) => name.StartsWith("widgets/", StringComparison.Ordinal);
}
