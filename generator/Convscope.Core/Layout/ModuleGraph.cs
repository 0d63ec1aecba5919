using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>A network by positions, as the grouping into modules sees it: no names, no ids, no sizes.</summary>
internal sealed class ModuleGraph
{
    private readonly int[][] _inputs;
    private readonly List<int>[] _readers;

    public ModuleGraph(NetworkGraph network, ImmutableArray<Layer> layers)
    {
        (Network, Layers) = (network, layers);
        var position = layers.Select((layer, i) => (layer.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        _inputs = [.. layers.Select(layer => layer.Inputs.Select(id => position[id]).ToArray())];
        _readers = [.. layers.Select(_ => new List<int>())];
        for (var i = 0; i < _inputs.Length; i++)
        {
            foreach (var input in _inputs[i]) _readers[input].Add(i);
        }

        Roles = [.. layers.Select(layer => LayerRoles.RoleOf(layer, network))];
        Words = [.. layers.Select(layer => ModuleNames.OfLayer(layer).ToString())];
    }

    public NetworkGraph Network { get; }

    /// <summary>The layers in the order in which modules are made of them.</summary>
    public ImmutableArray<Layer> Layers { get; }

    public int Count => _inputs.Length;

    public ImmutableArray<LayerRole> Roles { get; }

    /// <summary>The operator of each layer, as far as two of one structure must agree in it.</summary>
    public ImmutableArray<string> Words { get; }

    public ReadOnlySpan<int> InputsOf(int layer) => _inputs[layer];

    public ImmutableArray<Layer> Slice(int from, int to) => Layers[from..to];

    /// <summary>Whether a layer's rows and columns aren't those of what it reads.</summary>
    public bool ChangesSize(int layer)
    {
        if (_inputs[layer].Length == 0) return false;
        var (own, read) = (Layers[layer].Shape, Layers[_inputs[layer][0]].Shape);
        return own.IsVector != read.IsVector || own.Height != read.Height || own.Width != read.Width;
    }

    /// <summary>Whether a layer leaves one number a unit where there was a map.</summary>
    public bool EndsMaps(int layer) =>
        _inputs[layer].Length > 0 && Layers[layer].Shape.MapSize == 1 && Layers[_inputs[layer][0]].Shape.MapSize > 1;

    /// <summary>
    /// The layers of a stretch that no edge inside it passes by, ascending: whatever flows on flows through each of them. The last is
    /// always one.
    /// </summary>
    public IEnumerable<int> Cuts(int from, int to)
    {
        var reach = -1;
        for (var i = 0; i < from; i++) reach = Math.Max(reach, LastReader(i, to));
        for (var i = from; i < to; i++)
        {
            if (reach <= i) yield return i;
            reach = Math.Max(reach, LastReader(i, to));
        }
    }

    /// <summary>Operators and edges of a stretch as a text: equal for equal structures. What lies outside counts once.</summary>
    public string Signature(int from, int to)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            text.Append(Words[i]).Append('(');
            var back = _inputs[i].Select(input => input < from ? int.MaxValue : i - input).Distinct().Order();
            text.AppendJoin(',', back.Select(steps => steps == int.MaxValue ? "^" : steps.ToString(CultureInfo.InvariantCulture)))
                .Append(')');
        }

        return text.ToString();
    }

    /// <summary>Like <see cref="Signature"/>, but one activation or normalisation is as good as another, and edges don't count.</summary>
    public string Outline(int from, int to) =>
        string.Join(',', Enumerable.Range(from, to - from).Select(i => Roles[i] == LayerRole.Mix ? Words[i] : Roles[i].ToString()));

    private int LastReader(int layer, int before)
    {
        for (var i = _readers[layer].Count - 1; i >= 0; i--)
        {
            if (_readers[layer][i] < before) return _readers[layer][i];
        }

        return -1;
    }
}
