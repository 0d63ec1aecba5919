using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Assets;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Composes the overview of a deep network for one picture: closed modules, and what each opens to.</summary>
internal sealed class ModuleComposer(NetworkGraph network, Words words, UnitPlan plan, SharedFiles shared, PictureRun run,
    PictureView picture, ImmutableDictionary<string, MapsView> maps)
{
    private const string Diverging = "diverging";

    /// <summary>So many maps stand in all open modules together, so that the page stays light.</summary>
    private const int MostTiles = 1200;

    private readonly Func<Layer, int, ImmutableArray<int>> _units = OverviewComposer.Units(network, plan, picture);

    /// <summary>The title of the smallest module that a layer is in, as far as they are placed.</summary>
    private readonly Dictionary<string, string> _titles = [];

    private readonly int _most = Math.Clamp(MostTiles / network.Layers.Length, 1, OverviewStrip.MostTiles);

    /// <summary>The overview.</summary>
    public OverviewView Of(ImmutableArray<Module> modules)
    {
        var strip = Strip(modules, "module", isTop: true);
        return new(strip.Width, strip.Height, strip.Picture!, "", strip.Bands, [], [], strip.Values) { Strip = strip };
    }

    private StripView Strip(ImmutableArray<Module> modules, string id, bool isTop, int before = 0)
    {
        var titles = ModuleTitles.Of(modules, words, before);
        var strip = OverviewStrip.Plan(
            network, modules, _units, isTop, isTop && picture.HasAnswer, [.. titles.Select(title => NameBreaks.Longest(title))]);
        for (var i = 0; i < modules.Length; i++)
        {
            foreach (var layer in modules[i].Layers) _titles[layer.Id] = titles[i];
        }

        var faces = strip.Faces
            .Select((face, i) => OverviewComposer.Column(network, face, maps[face.Id], picture) with { Name = titles[i] })
            .ToImmutableArray();
        return new(
            strip.Width, strip.Height, strip.Top, strip.Picture, strip.PictureEdges, Bands(modules, strip.Faces), strip.Edges,
            [.. modules.Select((module, i) => Module(module, titles[i], $"{id}-{i + 1}", faces[i], module.Times > 1
                ? ModuleTitles.Before(modules, i) : 0))], WriteValues(id == "module" ? "overview" : id, faces));
    }

    private ModuleView Module(Module module, string title, string id, OverviewColumnView face, int before)
    {
        return new(
            id, title, ShownText.Name(ModuleNames.SharedPrefix(module.Layers)), words[ModuleNames.MadeOf(module.Layers)],
            module.Steps.IsEmpty ? words["layer_count", module.Layers.Length]
                : words["module_parts", module.Layers.Length, module.Steps.Length],
            module.Parameters, module.Opens,
            OverviewComposer.Share(face, words), face,
            module.Opens && module.Steps.IsEmpty ? Inside(module, id) : null,
            module.Steps.IsEmpty ? null : Strip(module.Steps, id, isTop: false, before));
    }

    private InsideView Inside(Module module, string id)
    {
        var inside = OverviewInside.Plan(network, module, _units, _most);
        var columns = inside.Layers.Select(placed =>
            OverviewComposer.Column(network, placed, maps[placed.Id], picture) with
            { Name = words[ModuleNames.OfLayer(network[placed.Id])] }).ToImmutableArray();
        var tiles = inside.Layers.ToDictionary(placed => placed.Id, placed => placed.Tiles.Length);
        var entry = inside.Sources.Length > 0 ? inside.Sources[^1] : network.Input.Id;
        return new(
            inside.Width, inside.Height, inside.Entry, entry, inside.Sources.Length > 1
                ? words["reads_many", inside.Sources.Length]
                : words["reads_layers", _titles.GetValueOrDefault(entry, network[entry].ShownName)], maps[entry].Url, columns,
            [.. inside.Edges.GroupBy(edges => (edges.Layer, edges.From))
                .SelectMany(group => OverviewComposer.Edges([.. group], layer => tiles.GetValueOrDefault(layer, 1)))],
            [.. inside.Arcs.Select(arc => new ArcView(arc, network[arc.To].Operator.IsPerUnit
                && network[arc.To].Operator.Joins != Joining.Stack))], WriteValues(id, columns))
        { Notes = OverviewComposer.Notes(network, inside.Edges, inside.Layers, words) };
    }

    /// <summary>Neighbours of equal structure lie on one band, which counts them.</summary>
    private ImmutableArray<OverviewBand> Bands(ImmutableArray<Module> modules, ImmutableArray<OverviewLayer> faces)
    {
        if (modules.Any(module => module.Level > 0)) return [];
        var bands = ImmutableArray.CreateBuilder<OverviewBand>();
        for (var i = 0; i < modules.Length;)
        {
            var end = i + 1;
            while (end < modules.Length && modules[end].Opens && modules[end].Signature == modules[i].Signature) end++;
            if (end - i > 1) bands.Add(new(words["alike", end - i], faces[i].X - 20, faces[end - 1].X + faces[end - 1].Width - faces[i].X
                + 40));
            i = end;
        }

        return bands.ToImmutable();
    }

    private string WriteValues(string name, ImmutableArray<OverviewColumnView> columns)
    {
        var units =
            from column in columns
            where column.Maps.Scale.Palette == Diverging
            from tile in column.Tiles
            where tile.Unit is not null
            select (run.Activations[network[column.Placed.Id]], tile.Placed.Unit);
        var key = name == "overview" ? $"{picture.Id}/overview" : $"{picture.Id}/overview-{name}";
        return shared.Add($"data/{key}", ".js", () => OverviewData.Write(key, units));
    }
}
