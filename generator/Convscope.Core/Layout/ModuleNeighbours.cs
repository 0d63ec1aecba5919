namespace Convscope.Core.Layout;

/// <summary>
/// A region that is always led by the same chain, or followed by it, forms a module with it: the squeeze before a fire module's
/// expand, the expansion before a squeeze-and-excitation. Once is no rule; a structure must occur twice.
/// </summary>
internal static class ModuleNeighbours
{
    public static List<ModulePiece> Joined(ModuleGraph graph, List<ModulePiece> pieces)
    {
        var taken = new int[pieces.Count];
        Array.Fill(taken, -1);
        var regions = Enumerable.Range(0, pieces.Count).Where(i => pieces[i].Kind == ModulePieceKind.Region)
            .GroupBy(i => OutlineOf(i), StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length > 1).ToArray();
        foreach (var step in new[] { -1, 1 })
        {
            foreach (var group in regions)
            {
                for (var distance = 1; IsShared(group, step * distance); distance++)
                {
                    foreach (var region in group) taken[region + (step * distance)] = region;
                }
            }
        }

        var joined = new List<ModulePiece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var owner = OwnerOf(i);
            if (joined.Count > 0 && owner >= 0 && i > 0 && owner == OwnerOf(i - 1))
                joined[^1] = joined[^1] with { To = pieces[i].To, Kind = ModulePieceKind.Region };
            else joined.Add(pieces[i]);
        }

        return joined;

        string OutlineOf(int i) => graph.Outline(pieces[i].From, pieces[i].To);

        int OwnerOf(int i) => pieces[i].Kind == ModulePieceKind.Region ? i : taken[i];

        bool IsShared(int[] group, int offset)
        {
            var first = group[0] + offset;
            if (first < 0 || first >= pieces.Count) return false;
            var outline = OutlineOf(first);
            return group.All(region => region + offset is var at && at >= 0 && at < pieces.Count && taken[at] < 0
                && pieces[at] is { Kind: ModulePieceKind.Run, EndsStage: false } && OutlineOf(at) == outline);
        }
    }
}
