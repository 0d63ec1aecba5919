using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Tests.Unit.Layout;

/// <summary>Any directed acyclic graph: chains with skips, branches, joins and dead ends, the same for the same seed.</summary>
internal static class RandomGraph
{
    /// <summary>A network of so many layers after the input, of which about so many in 256 read a second layer or not the last
    /// one.</summary>
    public static NetworkGraph Of(int seed, int size, int skips)
    {
        var random = new Random(seed);
        var layers = new List<Layer> { Networks.InputOf(2, 4) };
        for (var i = 1; i <= size; i++)
        {
            var from = layers[random.Next(256) < skips / 2 ? random.Next(Math.Max(0, i - 9), i) : i - 1];
            var other = layers[random.Next(Math.Max(0, i - 12), i)];
            layers.Add(random.Next(256) < skips && other != from
                ? new($"l{i}", $"l{i}", new Add(), [from.Id, other.Id], from.Shape)
                : random.Next(2) == 0 ? Networks.Conv($"l{i}", from.Id, 2, 2, 4) : new($"l{i}", $"l{i}", new Relu(), [from.Id],
                    from.Shape));
        }

        return new("random", layers);
    }
}
