using System.Collections.Immutable;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>What templates see of the layers, apart from any picture; made once a build.</summary>
public sealed class NetworkViews
{
    private readonly Dictionary<string, LayerView> _views;
    private readonly NetworkGraph _network;
    private readonly ImmutableArray<string> _labels;
    private readonly ImmutableArray<ChannelSource> _channels;
    private readonly Words _words;

    /// <summary>Makes the views of a network's layers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="metadata">What its author says of it.</param>
    /// <param name="words">The words of the views.</param>
    /// <param name="doubted">Layers that aren't what their recomputation gives, which their pages say; none where no page is
    /// written.</param>
    public NetworkViews(NetworkGraph network, ModelMetadata metadata, Words words, params ImmutableArray<LayerError> doubted)
    {
        Doubted = doubted;
        (_network, _words, _labels, _channels) =
            (network, words, metadata.LabelsOf(network), InputChannels.Of(metadata.Preprocessing.Channels, network.Input.Shape.Units)
            ?? []);
        _views = network.Layers.ToDictionary(layer => layer.Id, layer =>
            View(layer, metadata) with
            {
                InputNames = [.. network.InputsOf(layer).Select(input => input.ShownName)],
                IsLaidOut = layer.Operator is ILaysOut,
                Spreads = layer.Operator is ISpreads,
            });
        Modules = ModuleGrouping.Of(network, layer => metadata.NoteOf(layer).Module);
        for (var i = 0; i < Modules.Length; i++)
        {
            foreach (var layer in Modules[i].Layers) _views[layer.Id] = _views[layer.Id] with { Part = ModuleTitles.Id(i) };
        }
    }

    /// <summary>Layers that aren't what their recomputation gives.</summary>
    public ImmutableArray<LayerError> Doubted { get; }

    /// <summary>The words that the views are in.</summary>
    public Words Words => _words;

    /// <summary>The modules of a deep network; of a small one, none.</summary>
    public ImmutableArray<Module> Modules { get; }

    /// <summary>All layers in order.</summary>
    public ImmutableArray<LayerView> All => [.. _network.Layers.Select(layer => _views[layer.Id])];

    /// <summary>The view of one layer.</summary>
    public LayerView this[Layer layer] => _views[layer.Id];

    /// <summary>The layer that holds one number, or one map, a class: the last, with a label for each where there are labels.</summary>
    public bool IsLabelled(Layer layer) => IsNearOutput(layer) && (_labels.IsEmpty
        ? layer.Shape is { IsVector: true, Units: > 1 } && _network.Meaning.Probabilities != ProbabilityOrigin.None
            : layer.Shape.Units == _labels.Length);

    /// <summary>Whether a unit stands for the class with this label, as the model names it.</summary>
    public bool IsLabel(Layer layer, int unit, string label) => Label(layer, unit) == label;

    /// <summary>A class's label or, without labels, <c>class 3</c>, a colour's name for an input channel, or <c>unit 3</c>.</summary>
    public string UnitName(Layer layer, int unit) => ShownText.Name(GivenUnitName(layer, unit));

    /// <summary>The same with a label just as it was given.</summary>
    public string GivenUnitName(Layer layer, int unit)
    {
        if (Label(layer, unit) is { } label && !ShownText.IsBlank(label)) return _words.Given(label);
        if (IsLabelled(layer)) return _words["class_number", unit];
        if (layer == _network.Input && unit < _channels.Length) return ChannelName(unit);
        return _words["unit_number", unit];
    }

    /// <summary>What a channel of the input takes of a pixel, in a word.</summary>
    public static string SourceName(ChannelSource source, Words words) => words[source switch
    {
        ChannelSource.Red => "source_red",
        ChannelSource.Green => "source_green",
        ChannelSource.Blue => "source_blue",
        ChannelSource.Alpha => "source_alpha",
        _ => "source_luminance",
    }];

    /// <summary>All different: <c>red channel</c>, or <c>channel 4 (green)</c> where colours repeat.</summary>
    private string ChannelName(int channel)
    {
        var source = _channels[channel];
        return _channels.Length > 4 ? _words["channel_number", channel, SourceName(source, _words)]
            : _words["channel", source == ChannelSource.Luminance ? _words["grey"] : SourceName(source, _words)];
    }

    private string? Label(Layer layer, int unit)
    {
        if (_labels.Length == 2 && layer.Shape is { IsVector: true, Units: 1 } && Prediction.IsYesOrNo(_network) && IsNearOutput(layer))
            return _labels[1];
        return !_labels.IsEmpty && IsLabelled(layer) ? _labels[unit] : null;
    }

    /// <summary>From the output back, only layers that keep one number a class are labelled.</summary>
    private bool IsNearOutput(Layer layer) =>
        layer == _network.Output || _network.ReadersOf(layer).Any(reader => reader.Shape.Equals(layer.Shape) && IsNearOutput(reader));

    private string Doubt(Layer layer) => Doubted.FirstOrDefault(error => error.Layer == layer.Id) is { } error
        ? _words["doubted", ErrorView.Scientific(error.Absolute)] : "";

    private LayerView View(Layer layer, ModelMetadata metadata)
    {
        var note = metadata.NoteOf(layer);
        return new(
            layer.Id, layer.ShownName, layer.Operator.Kind, ShownText.Name(_words.Heading(layer.Operator.Title)), layer.Shape.ToString(),
            layer.Shape.IsVector, _words.Sentence(note.Caption), _words.Name(note.Module),
            layer.Parameters, [.. layer.Operator.Settings.Select(setting => SettingView.Of(setting, _words))],
            layer.Inputs, [.. _network.InputsOf(layer).Select(input => input.Shape.ToString())],
            layer.Operator is IHasKernels ? Routes.LayerKernels(layer.Id) : "")
        {
            IsDerived = layer.IsDerived, IsAssumed = layer.IsDerived && _network.Meaning.Probabilities == ProbabilityOrigin.Assumed,
            GivenName = layer.Name, GivenCaption = _words.Given(note.Caption), Doubt = Doubt(layer)
        };
    }
}
