using Convscope.Core.Fields;
using Convscope.Core.Operators;

namespace Convscope.Core.Network;

/// <summary>
/// Which pixels of the picture each cell of a network depends on, worked out from the picture on, layer by layer: a cell sees what the
/// cells see that it reads, and padding sees nothing. Pages, script, <c>inspect</c> and lessons all take it from here.
/// </summary>
public sealed class ReceptiveFields
{
    private readonly Dictionary<string, LayerFields> _layers = [];
    private readonly NetworkGraph _network;

    /// <summary>Works out the fields of all layers.</summary>
    public ReceptiveFields(NetworkGraph network)
    {
        _network = network;
        foreach (var layer in network.Layers) _layers[layer.Id] = Of(layer);
    }

    /// <summary>A layer's.</summary>
    public LayerFields this[Layer layer] => _layers[layer.Id];

    private LayerFields Of(Layer layer)
    {
        if (layer.Inputs.IsEmpty)
        {
            var field = layer == _network.Input ? new UnitField([FieldTerm.Itself(layer.Shape)], false) : new([],
                layer.Operator is IUnexplained);
            return new([field], [.. new int[layer.Shape.Units]]);
        }

        var inputs = layer.Inputs.Select(id => _network[id]).ToArray();
        var readings = inputs.Select((input, i) => layer.Operator.ReadingOf(i, input.Shape)).ToArray();
        if (readings.Any(reading => reading is UnknownReading)) return Unknown(layer, inputs);
        return readings.Any(reading => reading is CopyReading) ? Copied(layer, inputs, readings)
            : Through(layer, inputs, [.. readings.Select(AtMost)], readings.Any(reading => reading is ComputedReading));
    }

    private static AxisReading AtMost(Reading reading) => reading is ComputedReading computed ? computed.AtMost : (AxisReading)reading;

    /// <summary>All units see at most what all inputs see.</summary>
    private LayerFields Unknown(Layer layer, Layer[] inputs)
    {
        var ways = inputs.SelectMany(input => this[input].Distinct).SelectMany(field => field.Terms).ToList();
        if (ways.Count == 0) return new([new([], true)], [.. new int[layer.Shape.Units]]);
        var all = UnitField.Everything(ways);
        var term = all with
        {
            Down = [.. Enumerable.Repeat(all.Down[0], layer.Shape.Height)],
            Across = [.. Enumerable.Repeat(all.Across[0], layer.Shape.Width)]
        };
        return new([UnitField.Of([term], true)], [.. new int[layer.Shape.Units]]);
    }

    private LayerFields Through(Layer layer, Layer[] inputs, AxisReading[] readings, bool isAtMost)
    {
        var known = new Dictionary<string, UnitField>();
        return LayerFields.Of(Enumerable.Range(0, layer.Shape.Units).Select(unit =>
        {
            // Units that read inputs of the same kinds see alike.
            var kinds = inputs.Select((input, i) => KindsOf(input, readings[i].Units(unit))).ToArray();
            var key = string.Join(";", kinds.Select(list => string.Join(",", list)));
            return known.TryGetValue(key, out var field) ? field : known[key] = Through(layer, inputs, readings, kinds, isAtMost);
        }));
    }

    private UnitField Through(Layer layer, Layer[] inputs, AxisReading[] readings, int[][] kinds, bool isAtMost)
    {
        var ways = new List<FieldTerm>();
        for (var i = 0; i < inputs.Length; i++)
        {
            foreach (var kind in kinds[i])
            {
                var read = kind < 0 ? new UnitField([FieldTerm.Padding(inputs[i].Shape)], false) : this[inputs[i]].Distinct[kind];
                ways.AddRange(read.Terms.Select(term => term.Through(readings[i], layer.Shape)));
                isAtMost |= read.IsAtMost;
            }
        }

        return UnitField.Of(ways, isAtMost);
    }

    /// <summary>The kinds of units among those that are read; -1 for a unit of padding.</summary>
    private int[] KindsOf(Layer input, AxisTaps units)
    {
        var fields = this[input];
        if (units.Count > 1 && !fields.DoUnitsDiffer && units.First >= 0 && units.Last < fields.Kinds.Length) return [0];
        return [.. Enumerable.Range(0, units.Count).Select(k => units.First + (k * units.Step))
            .Select(unit => unit >= 0 && unit < fields.Kinds.Length ? fields.Kinds[unit] : -1).Distinct().Order()];
    }

    private LayerFields Copied(Layer layer, Layer[] inputs, Reading[] readings) =>
        LayerFields.Of(Enumerable.Range(0, layer.Shape.Units).Select(unit => CopiedField.Of(layer.Shape, (row, column) =>
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                if (((CopyReading)readings[i]).OriginOf(new(unit, row, column)) is { } from)
                    return new(this[inputs[i]][from.Unit], from.Row, from.Column);
            }

            return null;
        })));
}
