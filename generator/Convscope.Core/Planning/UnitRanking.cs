using Convscope.Core.Network;

namespace Convscope.Core.Planning;

/// <summary>
/// Ranks the units of a network by their mean absolute activation over all pictures. Layers whose units answer to each other
/// one to one (an activation and what it reads, the operands of a sum, a softmax and its logits) form a group and rank
/// together, by the sum of their ranks in each layer, so that a shown unit's neighbours are shown too. Ties go by index.
/// </summary>
public sealed class UnitRanking
{
    private readonly Dictionary<string, int[]> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _leaders = new(StringComparer.Ordinal);

    /// <summary>Ranks all units.</summary>
    public UnitRanking(NetworkGraph network, IReadOnlyList<UnitActivity> pictures)
    {
        foreach (var layer in network.Layers) _leaders[layer.Id] = layer.Id;
        foreach (var layer in network.Layers)
        {
            foreach (var input in network.InputsOf(layer).Where(input => AnswerOneToOne(layer, input)))
                _leaders[Leader(input.Id)] = Leader(layer.Id);
        }

        foreach (var group in network.Layers.GroupBy(layer => Leader(layer.Id)))
        {
            var ranks = group.Select(layer => Ranks(layer, pictures)).ToArray();
            var order = Enumerable.Range(0, group.First().Shape.Units).OrderBy(unit => ranks.Sum(rank => (long)rank[unit]))
                .ThenBy(unit => unit).ToArray();
            foreach (var layer in group) _orders[layer.Id] = order;
        }
    }

    /// <summary>All units of a layer, the most active first.</summary>
    public IReadOnlyList<int> Order(Layer layer) => _orders[layer.Id];

    /// <summary>Whether two layers rank together.</summary>
    public bool RankTogether(Layer layer, Layer other) => Leader(layer.Id) == Leader(other.Id);

    private static bool AnswerOneToOne(Layer layer, Layer input) =>
        layer.Shape.Units == input.Shape.Units && (layer.Operator.IsPerUnit
            || (layer.Operator.GivesProbabilities && layer.Shape.Equals(input.Shape)));

    private static int[] Ranks(Layer layer, IReadOnlyList<UnitActivity> pictures)
    {
        var sums = new double[layer.Shape.Units];
        foreach (var picture in pictures)
        {
            var means = picture.Means(layer);
            for (var unit = 0; unit < sums.Length; unit++) sums[unit] += means[unit];
        }

        var order = Enumerable.Range(0, sums.Length).OrderByDescending(unit => sums[unit]).ThenBy(unit => unit).ToArray();
        var ranks = new int[sums.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }

    private string Leader(string id)
    {
        while (_leaders[id] != id) id = _leaders[id];
        return id;
    }
}
