using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Layout;
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
        (_network, _labels, _channels) = (network, metadata.Labels, InputChannels.Names(metadata.Preprocessing.Channels, network.Input.Shape.Units));
        _views = network.Layers.ToDictionary(layer => layer.Id, layer => View(layer, metadata) with { InputNames = [.. network.InputsOf(layer).Select(input => input.Name)] });
        Modules = ModuleGrouping.Of(network, layer => _views[layer.Id].Module);
        for (var i = 0; i < Modules.Length; i++)
        {
            foreach (var layer in Modules[i].Layers) _views[layer.Id] = _views[layer.Id] with { Part = ModuleTitles.Id(i) };
        }
    }

    /// <summary>The modules of a deep network; of a small one, none.</summary>
    public ImmutableArray<Module> Modules { get; }

    /// <summary>All layers in order.</summary>
    public ImmutableArray<LayerView> All => [.. _network.Layers.Select(layer => _views[layer.Id])];

    /// <summary>The view of one layer.</summary>
    public LayerView this[Layer layer] => _views[layer.Id];

    /// <summary>The layer that holds one number a class: the last vector, with a label for each where there are labels.</summary>
    public bool IsLabelled(Layer layer) =>
        layer.Shape.IsVector && (_labels.IsEmpty ? layer.Shape.Units > 1 : layer.Shape.Units == _labels.Length) && IsNearOutput(layer);

    /// <summary>A class's label or, without labels, <c>class 3</c>, a colour's name for an input channel, or <c>unit 3</c>.</summary>
    public string UnitName(Layer layer, int unit)
    {
        if (_labels.Length == 2 && layer.Shape is { IsVector: true, Units: 1 } && Prediction.IsYesOrNo(_network.Output) && IsNearOutput(layer)) return _labels[1];
        if (IsLabelled(layer)) return _labels.IsEmpty ? "class " + unit.ToString(CultureInfo.InvariantCulture) : _labels[unit];
        if (layer == _network.Input && unit < _channels.Length) return _channels[unit];
        return "unit " + unit.ToString(CultureInfo.InvariantCulture);
    }

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
            layer.Operator is IHasKernels ? Routes.LayerKernels(layer.Id) : "")
        { IsDerived = layer.IsDerived };
    }
}
