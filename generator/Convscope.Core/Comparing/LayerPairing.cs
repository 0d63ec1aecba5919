using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Core.Comparing;

/// <summary>By what two layers of two networks are known to be the same.</summary>
public enum PairedBy
{
    /// <summary>Pages call them the same.</summary>
    Name,

    /// <summary>The files call what they give the same.</summary>
    Value,

    /// <summary>They come in the same order among layers of the same shape.</summary>
    Order,
}

/// <summary>A layer of a network, and the one of another that is its partner.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Other">The other's.</param>
/// <param name="By">What makes them partners.</param>
public sealed record LayerPair(Layer Layer, Layer Other, PairedBy By)
{
    /// <summary>Whether their numbers can be compared cell by cell.</summary>
    public bool HasSameShape => Layer.Shape.Equals(Other.Shape);
}

/// <summary>Which layers of two networks are partners. The inputs aren't among them: both networks are given the same picture.</summary>
/// <param name="Pairs">The partners, in the order of the first network.</param>
/// <param name="Alone">Layers of the first network without a partner.</param>
/// <param name="OthersAlone">Layers of the other without one.</param>
public sealed record LayerPairing(ImmutableArray<LayerPair> Pairs, ImmutableArray<Layer> Alone, ImmutableArray<Layer> OthersAlone)
{
    /// <summary>What quantising tools put behind the names of values.</summary>
    private static readonly string[] Quantised = ["_QuantizeLinear_Output", "_DequantizeLinear_Output", "_quantized"];

    /// <summary>
    /// Pairs layers by their shown names, then by the names of the values that they give, then those of one shape in order. Two layers of
    /// one name aren't partners where both files name the values otherwise: a quantised convolution may have taken the activation behind
    /// it into itself, and then is that one's partner.
    /// </summary>
    public static LayerPairing Of(NetworkGraph network, NetworkGraph other)
    {
        var left = network.Layers.Where(layer => layer != network.Input).ToList();
        var right = other.Layers.Where(layer => layer != other.Input).ToList();
        var pairs = new List<LayerPair>();
        var (values, others) = (ByKey(left, ValueOf), ByKey(right, ValueOf));
        Pair(layer => layer.ShownName, PairedBy.Name, (a, b) => !IsElsewhere(a, b, others) && !IsElsewhere(b, a, values));
        Pair(ValueOf, PairedBy.Value, (_, _) => true);
        foreach (var layer in left.ToArray())
        {
            if (right.Find(partner => partner.Shape.Equals(layer.Shape)) is { } partner) Add(layer, partner, PairedBy.Order);
        }

        return new([.. pairs.OrderBy(pair => network.PositionOf(pair.Layer.Id))], [.. left], [.. right]);

        void Pair(Func<Layer, string> key, PairedBy by, Func<Layer, Layer, bool> fits)
        {
            var (mine, theirs) = (ByKey(left, key), ByKey(right, key));
            foreach (var (name, layer) in mine)
            {
                if (theirs.TryGetValue(name, out var partner) && fits(layer, partner)) Add(layer, partner, by);
            }
        }

        void Add(Layer layer, Layer partner, PairedBy by)
        {
            pairs.Add(new(layer, partner, by));
            left.Remove(layer);
            right.Remove(partner);
        }
    }

    /// <summary>Whether another layer than a partner gives the value of a layer.</summary>
    private static bool IsElsewhere(Layer layer, Layer partner, Dictionary<string, Layer> others) =>
        others.TryGetValue(ValueOf(layer), out var giver) && giver != partner;

    /// <summary>What a layer gives, as its file calls it, without what quantising adds; empty where that is a number or nothing.</summary>
    private static string ValueOf(Layer layer)
    {
        var name = layer.Value;
        if (Array.Find(Quantised, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } ending) name = name[..^ending.Length];
        return name.All(char.IsAsciiDigit) ? "" : name;
    }

    /// <summary>The layers whose key no other has.</summary>
    private static Dictionary<string, Layer> ByKey(IEnumerable<Layer> layers, Func<Layer, string> key) => layers.GroupBy(key)
        .Where(group => group.Key.Length > 0 && group.Count() == 1).ToDictionary(group => group.Key, group => group.First());
}
