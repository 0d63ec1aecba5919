using System.Text.Json;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Site.Assets;
using Convscope.Site.Assets.Scripts;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Live;

/// <summary>
/// The engine as one script, which no page loads before it is wanted: what speaks with the page, and beside it, as a function whose text
/// becomes a worker, what computes the operators of this network and no others.
/// </summary>
internal static class EngineScript
{
    private const string Start = "js/engine.js", Serve = "js/live/serve.js", AnyFunction = "default";

    /// <summary>Joins and writes it.</summary>
    /// <param name="templates">Where the scripts are.</param>
    /// <param name="staged">The site.</param>
    /// <param name="network">The network.</param>
    /// <param name="recipe">How pictures are prepared.</param>
    /// <param name="pack">Route of the network's data file.</param>
    /// <returns>Its route.</returns>
    /// <exception cref="DiagnosticException">With every mistake in imports and exports.</exception>
    public static string Write(TemplateSource templates, StagedSite staged, NetworkGraph network, Preprocessing recipe, string pack)
    {
        var graph = new ScriptGraph(templates);
        var compute = ScriptJoiner.Join(graph.From(Entry(templates, network)));
        var start = ScriptJoiner.Join(graph.From(graph.Module(Start)));
        if (graph.Faults is { IsEmpty: false } faults) throw new DiagnosticException(faults);
        return AssetFile.Write(staged, "engine.js",
            $"globalThis.convscopeLive = {{\npack: {JsonSerializer.Serialize(pack)},\n"
            + $"recipe: {TemplateFunctions.Json(RecipeData.Of(recipe, network.Input.Shape)).Text},\n"
            + $"compute: () => {{\nlet given;\n{compute}return given;\n}},\n}};\n{start}");
    }

    /// <summary>Gives what computes at one end of a channel.</summary>
    private static ScriptModule Entry(TemplateSource templates, NetworkGraph network)
    {
        string[] kinds = [.. network.Layers.Select(layer => layer.Operator.Kind).Append(AnyFunction).Distinct()
            .Where(kind => templates.Has(Forward(kind)))];
        var forwards = kinds.Select((kind, i) => $"{JsonSerializer.Serialize(kind)}: forward{i}.forward");
        return new(
            "engine",
            [new(Serve, ["serve"], "", new(Serve)),
                .. kinds.Select((kind, i) => new ScriptImport(Forward(kind), [], $"forward{i}", new(Forward(kind))))],
            [], [new(0, $"given = (port) => serve(port, {{ {string.Join(", ", forwards)} }});")]);
    }

    /// <summary>Where the module is that computes a kind of operator.</summary>
    internal static string Forward(string kind) => $"widgets/{kind}/forward.js";
}
