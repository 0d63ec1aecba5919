using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>
/// Takes a long stretch of layers apart where nothing else shows where to: at the step that it repeats (a layer of a dense block, a
/// separable convolution), and where nothing repeats, after so many layers.
/// </summary>
internal static class ModuleRepeats
{
    private const int LongestStep = 40, Most = 16, Usual = 8;

    /// <summary>Positions of slices, one after the other, the end exclusive.</summary>
    public static IEnumerable<(int From, int To)> Split(ModuleGraph graph, int from, int to)
    {
        if (to <= from) return [];
        var (start, step, times) = Best(graph, from, to);
        if (times < 2) return Chunks(graph, from, to);
        var repeats = Enumerable.Range(0, times).Select(i => (start + (i * step), start + ((i + 1) * step)));
        return [.. Split(graph, from, start), .. repeats, .. Split(graph, start + (times * step), to)];
    }

    /// <summary>The repetition that covers most layers; of those, the one with the shortest step.</summary>
    private static (int Start, int Step, int Times) Best(ModuleGraph graph, int from, int to)
    {
        (int Start, int Step, int Times) best = (from, 0, 0);
        for (var step = 3; step <= Math.Min(LongestStep, (to - from) / 2); step++)
        {
            for (var i = from; i + step < to;)
            {
                var start = i;
                while (i + step < to && graph.Words[i] == graph.Words[i + step]) i++;
                var times = ((i - start) / step) + 1;
                if (times > 1 && times * step > best.Step * best.Times) best = (Aligned(graph, start, (i - start) % step), step, times);
                i++;
            }
        }

        return best;
    }

    /// <summary>Where the repetition allows several first layers, the one at which the size of the maps changes.</summary>
    private static int Aligned(ModuleGraph graph, int start, int room)
    {
        for (var i = 0; i <= room; i++)
        {
            if (graph.ChangesSize(start + i)) return start + i;
        }

        return start;
    }

    private static IEnumerable<(int From, int To)> Chunks(ModuleGraph graph, int from, int to)
    {
        var start = from;
        for (var i = from + 1; i < to; i++)
        {
            if (i - start < Most && (i - start < Usual || graph.Roles[i] != LayerRole.Mix)) continue;
            yield return (start, i);
            start = i;
        }

        yield return (start, to);
    }
}
