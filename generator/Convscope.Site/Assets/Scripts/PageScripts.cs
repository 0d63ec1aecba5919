using System.Collections.Immutable;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Assets.Scripts;

/// <summary>
/// The scripts of a site, of which a page loads one: those that begin with an entry in <c>js/</c>, and for pages of a layer or a unit one
/// for each kind of operator in the network, with that operator's widget.
/// </summary>
/// <param name="Routes">Their routes, by name.</param>
public sealed record PageScripts(ImmutableSortedDictionary<string, string> Routes)
{
    private const string Lesson = "lesson", Playground = "playground", Others = "site", Practice = "practice", Overview = "overview", Try = "try";
    private const string Unit = "unit-", AnyFunction = "default";

    /// <summary>The name of what pages load besides when they are to show a picture of the reader's own.</summary>
    public const string Walk = "walk";

    /// <summary>The name of what the page of the reader's own picture loads besides when it is given a file.</summary>
    public const string Reader = "reader";

    /// <summary>The name of what a page loads besides when it is presented.</summary>
    public const string Present = "present";

    /// <summary>The names of the entries, each <c>js/{name}.js</c>.</summary>
    internal static readonly ImmutableArray<string> Entries = [Lesson, Playground, Others, Practice, Overview, Try, Walk, Reader, Present];

    /// <summary>Joins and writes them.</summary>
    /// <param name="templates">Where their modules are.</param>
    /// <param name="staged">Takes them.</param>
    /// <param name="network">The network.</param>
    /// <param name="hasMaps">Whether each has a source map beside it.</param>
    /// <exception cref="DiagnosticException">With every mistake in their imports and exports.</exception>
    public static PageScripts Write(TemplateSource templates, StagedSite staged, NetworkGraph network, bool hasMaps)
    {
        var graph = new ScriptGraph(templates);
        var kinds = network.Layers.Select(layer => layer.Operator.Kind).Select(kind => templates.Has(Widget(kind)) ? kind : AnyFunction);
        var entries = Entries.Select(name => (Name: name, Modules: graph.From(graph.Module($"js/{name}.js"))))
            .Concat(kinds.Distinct().Select(kind => (Name: Unit + kind, Modules: graph.From(UnitEntry(kind))))).ToArray();
        if (graph.Faults is { IsEmpty: false } faults) throw new DiagnosticException(faults);
        return new(entries.ToImmutableSortedDictionary(entry => entry.Name, Write, StringComparer.Ordinal));

        string Write((string Name, ImmutableArray<ScriptModule> Modules) entry)
        {
            JoinedLine[] lines = [.. ScriptJoiner.Lines(entry.Modules)];
            var (file, text) = (entry.Name + ".js", ScriptJoiner.Text(lines));
            if (!hasMaps) return AssetFile.Write(staged, file, text);
            var route = AssetFile.Write(staged, file, $"{text}//# sourceMappingURL={file}.map\n");
            staged.Add(route + ".map", Encoding.UTF8.GetBytes(SourceMap.Of(lines, templates.Read)));
            return route;
        }
    }

    /// <summary>The script of a picture's overview.</summary>
    public string OfOverview => Routes[Overview];

    /// <summary>The scripts of pages of a layer or unit.</summary>
    public IEnumerable<string> OfUnits =>
        Routes.Where(script => script.Key.StartsWith(Unit, StringComparison.Ordinal)).Select(script => script.Value);

    /// <summary>The route of the script that a page loads.</summary>
    /// <param name="page">The page's kind.</param>
    /// <param name="operatorKind">Of a page of a layer or unit, its operator's kind; otherwise empty.</param>
    public string Of(string page, string operatorKind) =>
        operatorKind.Length > 0 ? Routes.GetValueOrDefault(Unit + operatorKind) ?? Routes[Unit + AnyFunction] : Routes[NameFor(page)];

    private static string NameFor(string page) => page switch
    {
        "home" or "chapter" or "section" or "embed" => Lesson,
        Core.Planning.Routes.Playground => Playground,
        "overview" => Overview,
        "try" => Try,
        "practice" => Practice,
        _ => Others,
    };

    private static string Widget(string kind) => $"widgets/{kind}/widget.js";

    /// <summary>Starts the page with an operator's widget.</summary>
    private static ScriptModule UnitEntry(string kind)
    {
        var place = new SourceSpan(Widget(kind));
        ImmutableArray<ScriptImport> imports = [new("js/unit.js", ["startUnit"], "", place), new(Widget(kind), ["widget"], "", place)];
        return new(Unit + kind, imports, [], [new(0, "startUnit(widget);")]);
    }
}
