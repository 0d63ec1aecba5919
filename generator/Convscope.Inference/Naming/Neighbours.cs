using System.Globalization;
using Convscope.Core.Operators;

namespace Convscope.Inference.Naming;

/// <summary>
/// Where layers stand of which a file tells nothing: older exporters of PyTorch only keep the names of weights. A step between the third
/// and the sixth module of a sequence is the fourth or fifth; an activation or a sum is in the module of what it follows.
/// </summary>
internal sealed class Neighbours(IReadOnlyList<LayerOrigin> layers, Place?[] places)
{
    private readonly List<int>[] _readers = ReadersOf(layers);

    /// <summary>Fills in what is missing.</summary>
    public void Fill()
    {
        for (var i = 1; i < layers.Count; i++)
        {
            if (places[i] is null) Count(i);
        }

        for (var i = 1; i < layers.Count; i++) places[i] ??= new(ModuleOf(i), IsInside: true);
    }

    /// <summary>Numbers a chain of layers without a place, where a sequence leaves out just as many.</summary>
    private void Count(int first)
    {
        if (layers[first].Inputs is not [var before, ..] || places[before] is not { IsInside: false } from) return;
        var chain = new List<int> { first };
        while (_readers[chain[^1]] is [var next] && places[next] is null && layers[next].Inputs.Length == 1) chain.Add(next);
        if (_readers[chain[^1]] is not [var last, ..] || places[last] is not { } to) return;
        var sequence = from.Parent.Length == 0 ? "" : from.Parent + ".";
        if (Number(from.Module, sequence) is not { } start || Number(to.Module, sequence) is not { } end || end - start != chain.Count + 1)
            return;
        foreach (var i in chain) places[i] = new(string.Create(CultureInfo.InvariantCulture, $"{sequence}{++start}"));
    }

    private string ModuleOf(int layer)
    {
        var op = layers[layer].Operator;
        Place[] inputs = [.. layers[layer].Inputs.Where(input => input > 0).Order().Select(input => places[input]!)];
        if (inputs.Length == 0) return "";
        if (op.Joins == Joining.Stack) return inputs.Select(input => input.Parent).Aggregate(Place.Shared);
        var own = inputs[^1].Parent;
        if (op.Joins != Joining.None || (op.IsPerUnit && op is not IHasWindow)) return own;
        return NamedAfter(layer).Aggregate((string?)null, (shared, next) => Place.Shared(shared ?? own, next.Parent)) ?? "";
    }

    /// <summary>The nearest layers behind one that have a place.</summary>
    private IEnumerable<Place> NamedAfter(int layer)
    {
        var (queue, seen) = (new Queue<int>(_readers[layer]), new HashSet<int>());
        while (queue.TryDequeue(out var next))
        {
            if (!seen.Add(next)) continue;
            if (places[next] is { } place) yield return place;
            else foreach (var reader in _readers[next]) queue.Enqueue(reader);
        }
    }

    private static int? Number(string module, string sequence) => module.StartsWith(sequence, StringComparison.Ordinal)
        && int.TryParse(module[sequence.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static List<int>[] ReadersOf(IReadOnlyList<LayerOrigin> layers)
    {
        List<int>[] readers = [.. layers.Select(_ => new List<int>())];
        for (var i = 0; i < layers.Count; i++)
        {
            foreach (var input in layers[i].Inputs.Distinct()) readers[input].Add(i);
        }

        return readers;
    }
}
