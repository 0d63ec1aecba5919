using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Configuration;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>What templates see of the layers, apart from any picture; made once a build.</summary>
public sealed class NetworkViews
{
    private readonly Dictionary<string, LayerView> _views;
    private readonly NetworkGraph _network;
    private readonly ImmutableArray<string> _labels;
    private readonly ImmutableArray<string> _channels;

    /// <summary>Makes the views of a network's layers.</summary>
    public NetworkViews(NetworkGraph network, ModelMetadata metadata)
    {
        (_network, _labels, _channels) = (network, metadata.Labels, Channels(network.Input, metadata.Preprocessing));
        _views = network.Layers.ToDictionary(layer => layer.Id, layer => View(layer, metadata));
    }

    /// <summary>All layers in order.</summary>
    public ImmutableArray<LayerView> All => [.. _network.Layers.Select(layer => _views[layer.Id])];

    /// <summary>The view of one layer.</summary>
    public LayerView this[Layer layer] => _views[layer.Id];

    /// <summary>The layer that holds one number a class: the last vector with a label for each.</summary>
    public bool IsLabelled(Layer layer) => layer.Shape.IsVector && layer.Shape.Units == _labels.Length && IsNearOutput(layer);

    /// <summary>A class's label, a colour's name for an input channel, or <c>unit 3</c>.</summary>
    public string UnitName(Layer layer, int unit)
    {
        if (IsLabelled(layer)) return _labels[unit];
        if (_labels.Length == 2 && layer.Shape is { IsVector: true, Units: 1 } && Prediction.IsYesOrNo(_network.Output) && IsNearOutput(layer)) return _labels[1];
        if (layer == _network.Input && unit < _channels.Length) return _channels[unit] + " channel";
        return "unit " + unit.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What the input's channels hold, where they are colours.</summary>
    private static ImmutableArray<string> Channels(Layer input, Preprocessing preprocessing) => (preprocessing.Channels, input.Shape.Units) switch
    {
        (ColourChannels.Bgr, _) => ["blue", "green", "red"],
        (ColourChannels.Gray, _) or (null, 1) => ["grey"],
        (ColourChannels.Rgb, _) or (null, 3) => ["red", "green", "blue"],
        _ => [],
    };

    /// <summary>From the output back, only layers that keep one number a class are labelled.</summary>
    private bool IsNearOutput(Layer layer) =>
        layer == _network.Output || _network.ReadersOf(layer).Any(reader => reader.Shape.Equals(layer.Shape) && IsNearOutput(reader));

    private LayerView View(Layer layer, ModelMetadata metadata)
    {
        var note = metadata.Layers.GetValueOrDefault(layer.Name) ?? metadata.Layers.GetValueOrDefault(layer.Id) ?? new("", "");
        return new(
            layer.Id, layer.Name, layer.Operator.Kind, layer.Operator.Title, layer.Shape.ToString(), layer.Shape.IsVector, note.Caption, note.Module,
            layer.Operator.Parameters, [.. layer.Operator.Settings.Select(setting => new SettingView(setting.Key, setting.Value))],
            layer.Inputs, [.. _network.InputsOf(layer).Select(input => input.Shape.ToString())],
            layer.Operator is Conv ? Routes.LayerKernels(layer.Id) : "")
        {
            IsDerived = layer.IsDerived,
        };
    }
}
