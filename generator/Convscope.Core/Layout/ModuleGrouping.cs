using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Texts;

namespace Convscope.Core.Layout;

/// <summary>
/// Groups the layers of a deep network into modules by the structure of its graph. Every layer is in exactly one; their order is the
/// network's. Names and sizes count for nothing, unless the model's author has named a module.
/// </summary>
public static class ModuleGrouping
{
    /// <summary>A network that is no more than so many layers deep is drawn layer by layer.</summary>
    public const int MostColumns = 20;

    /// <summary>A module of more layers consists of smaller modules.</summary>
    public const int MostLayers = 24;

    /// <summary>Chains of more layers are taken apart.</summary>
    private const int LongChain = 16;

    /// <summary>More modules than this fold once more: repeated ones become one.</summary>
    private const int MostModules = 14;

    /// <summary>The modules; none where the network needs none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="noted">The module that the model's author names for a layer, or empty.</param>
    public static ImmutableArray<Module> Of(NetworkGraph network, Func<Layer, string>? noted = null)
    {
        if (Depth(network) <= MostColumns) return [];
        var isNoted = network.Layers.Any(layer => noted?.Invoke(layer) is { Length: > 0 });
        if (!isNoted) return Folded(Unwrapped(Parted(network), network.Layers.Length));
        var graph = new ModuleGraph(network, network.Layers);
        var modules = new List<Module>();
        for (var from = 0; from < graph.Count;)
        {
            var note = NoteOf(from);
            var to = from + 1;
            while (to < graph.Count && NoteOf(to) == note) to++;
            if (note.Length == 0) modules.AddRange(Structural(graph, from, to));
            else
            {
                var steps = to - from > MostLayers ? Structural(graph, from, to) : [];
                modules.Add(new(Phrase.Name(note), graph.Slice(from, to), steps, graph.Signature(from, to)));
            }

            from = to;
        }

        return Folded(Unwrapped(modules, graph.Count));

        string NoteOf(int i) => noted?.Invoke(network.Layers[i]) ?? "";
    }

    /// <summary>The trunk, by the size of its maps where that rises again; heads; what brings heads together.</summary>
    private static List<Module> Parted(NetworkGraph network)
    {
        var parts = ModuleHeads.Of(network);
        var graph = new ModuleGraph(network, [.. parts.Trunk, .. parts.Heads.SelectMany(head => head.Layers), .. parts.Rest]);
        var (trunk, hasHeads) = (parts.Trunk.Length, !parts.Heads.IsEmpty);
        var last = hasHeads ? trunk : trunk - 1;
        var levels = ModuleLevels.Of(graph, 1, last, hasHeads);
        if (levels.IsEmpty) return [.. Structural(graph, 0, trunk), .. Heads(graph, parts, isLevelled: false)];
        return [
            Make(graph, 0, 1) with { Level = 0 },
            .. levels.Select(level => Levelled(graph, level)),
            .. last < trunk
                ? new[] { Make(graph, last, trunk) with { Level = ModuleLevels.DepthOf(graph, last) ?? levels[^1].Depth } } : [],
            .. Heads(graph, parts, isLevelled: true),
        ];
    }

    private static Module Levelled(ModuleGraph graph, ModuleLevel level)
    {
        var (from, to) = (level.From, level.To);
        var steps = to - from > MostLayers ? Structural(graph, from, to) : [];
        return new(level.Title, graph.Slice(from, to), steps is [var only] ? only.Steps : steps, graph.Signature(from, to))
        { Level = level.Depth };
    }

    private static IEnumerable<Module> Heads(ModuleGraph graph, ModuleHeads parts, bool isLevelled)
    {
        var from = parts.Trunk.Length;
        foreach (var head in parts.Heads)
        {
            var depth = ModuleLevels.DepthOf(graph, from) ?? 0;
            var module = Levelled(graph, new(from, from + head.Layers.Length, depth, head.Title));
            yield return module with { Level = isLevelled ? depth : null, IsHead = true };
            from += head.Layers.Length;
        }

        if (from == graph.Count) yield break;
        var rest = Make(graph, from, graph.Count) with { Level = isLevelled ? 0 : null };
        yield return parts.Rest.Length == 1 ? rest : rest with { Title = new("module_answers") };
    }

    /// <summary>How many columns the network would take, layer by layer.</summary>
    private static int Depth(NetworkGraph network)
    {
        var depth = new Dictionary<string, int>();
        foreach (var layer in network.Layers) depth[layer.Id] = layer.Inputs.Select(id => depth[id] + 1).DefaultIfEmpty(1).Max();
        return depth.Values.DefaultIfEmpty(0).Max();
    }

    private static ImmutableArray<Module> Structural(ModuleGraph graph, int from, int to)
    {
        var modules = ImmutableArray.CreateBuilder<Module>();
        var pieces = ModuleNeighbours.Joined(graph, new ModulePieces(graph).Of(from, to));
        for (var i = 0; i < pieces.Count;)
        {
            var piece = pieces[i++];
            if (piece.Kind == ModulePieceKind.Run)
            {
                while (i < pieces.Count && Continues(graph, pieces[i - 1], pieces[i])) piece = piece with { To = pieces[i++].To };
            }

            if (piece.Kind != ModulePieceKind.Region && piece.To - piece.From > LongChain)
                modules.AddRange(ModuleRepeats.Split(graph, piece.From, piece.To).Select(slice => Make(graph, slice.From, slice.To)));
            else modules.Add(Make(graph, piece.From, piece.To));
        }

        return modules.ToImmutable();
    }

    /// <summary>Chains go on until a pooling; and until a convolution that reads another with no activation between, as at the end of a
    /// bottleneck.</summary>
    private static bool Continues(ModuleGraph graph, ModulePiece piece, ModulePiece next)
    {
        if (next.Kind != ModulePieceKind.Run || piece.EndsStage) return false;
        for (var i = piece.To - 1; i >= piece.From; i--)
        {
            if (graph.Roles[i] == LayerRole.Activate) return true;
            if (graph.Roles[i] == LayerRole.Mix) return LayerRoles.IsDepthwise(graph.Layers[i])
                || graph.Roles[next.From] != LayerRole.Mix;
        }

        return true;
    }

    private static Module Make(ModuleGraph graph, int from, int to)
    {
        ImmutableArray<Module> steps = to - from <= MostLayers
            ? [] : Alike([.. ModuleRepeats.Split(graph, from, to).Select(slice => Make(graph, slice.From, slice.To))]);
        return new(ModuleNames.Of(graph, from, to, steps), graph.Slice(from, to), steps.Length > 1 ? steps : [], graph.Signature(from, to));
    }

    /// <summary>Steps of one structure have one title: the first of a dense block only differs in that it has less to read.</summary>
    private static ImmutableArray<Module> Alike(ImmutableArray<Module> steps)
    {
        var titles = steps.GroupBy(step => step.Signature, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.GroupBy(step => step.Title).MaxBy(same => same.Count())!.Key);
        return [.. steps.Select(step => step with { Title = titles[step.Signature] })];
    }

    /// <summary>A module that is nearly the whole network says nothing: its steps take its place.</summary>
    private static List<Module> Unwrapped(List<Module> modules, int layers) =>
        [.. modules.SelectMany(module => module.Steps.Length > 1 && module.Layers.Length * 2 > layers
            ? module.Steps.Select(step => step with { Level = module.Level }) : [module])];

    private static ImmutableArray<Module> Folded(List<Module> modules)
    {
        if (modules.Count <= MostModules) return [.. modules];
        var folded = ImmutableArray.CreateBuilder<Module>();
        for (var i = 0; i < modules.Count;)
        {
            var end = i + 1;
            while (end < modules.Count && !modules[i].IsHead && modules[end].Signature == modules[i].Signature
                && modules[end].Title == modules[i].Title) end++;
            ImmutableArray<Module> steps = [.. modules[i..end]];
            folded.Add(steps.Length == 1 ? steps[0] : new(steps[0].Title, [.. steps.SelectMany(module => module.Layers)], steps,
                steps[0].Signature)
            { Times = steps.Length, Level = steps[0].Level });
            i = end;
        }

        return folded.Count <= MostModules ? folded.ToImmutable() : Staged(folded.ToImmutable());
    }

    /// <summary>Of more modules than can be seen at once, those whose maps are of one size are a stage.</summary>
    private static ImmutableArray<Module> Staged(ImmutableArray<Module> modules)
    {
        var stages = ImmutableArray.CreateBuilder<Module>();
        for (var i = 0; i < modules.Length;)
        {
            var end = i + 1;
            while (i > 0 && end < modules.Length - 1 && !modules[end].IsHead
                && modules[end].Face.Shape.MapSize == modules[i].Face.Shape.MapSize) end++;
            ImmutableArray<Module> steps = [.. modules[i..end]];
            stages.Add(steps.Length == 1 ? steps[0] : new(new("module_stage"), [.. steps.SelectMany(module => module.Layers)], steps,
                string.Join('|', steps.Select(step => step.Signature)))
            { Level = steps[0].Level });
            i = end;
        }

        return stages.ToImmutable();
    }
}
