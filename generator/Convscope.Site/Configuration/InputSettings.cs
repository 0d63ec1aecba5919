using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Site.Configuration;

/// <summary>What an author says of the input, in the model's YAML file or on the command line; null says nothing.</summary>
public sealed record InputSettings
{
    /// <summary>Name of a preset.</summary>
    public string? Preset { get; init; }

    /// <summary>Order of the input's axes.</summary>
    public InputLayout? Layout { get; init; }

    /// <summary>Rows of the input.</summary>
    public int? Height { get; init; }

    /// <summary>Columns of the input.</summary>
    public int? Width { get; init; }

    /// <summary>How the sides are matched.</summary>
    public ResizeMode? Resize { get; init; }

    /// <summary>What shows through and around, <c>0xRRGGBB</c>.</summary>
    public int? Background { get; init; }

    /// <summary>Order of the colours.</summary>
    public ColourChannels? Channels { get; init; }

    /// <summary>Whether values are taken from 255.</summary>
    public bool? Invert { get; init; }

    /// <summary>Factor on the values.</summary>
    public double? Scale { get; init; }

    /// <summary>What is subtracted.</summary>
    public ImmutableArray<double>? Mean { get; init; }

    /// <summary>What is divided by.</summary>
    public ImmutableArray<double>? Std { get; init; }

    /// <summary>
    /// These settings, and others where these say nothing. A preset here takes the place of all that the others say of the values:
    /// half of one recipe and half of another would be neither.
    /// </summary>
    public InputSettings Or(InputSettings others)
    {
        var values = Preset is null ? others : new();
        return new()
        {
            Preset = Preset ?? others.Preset, Layout = Layout ?? others.Layout, Height = Height ?? others.Height, Width = Width ?? others.Width,
            Resize = Resize ?? others.Resize, Background = Background ?? others.Background, Channels = Channels ?? values.Channels,
            Invert = Invert ?? values.Invert, Scale = Scale ?? values.Scale, Mean = Mean ?? values.Mean, Std = Std ?? values.Std,
        };
    }

    /// <summary>All of it as a text: the same for the same.</summary>
    public string ToText() => FormattableString.Invariant($"{this with { Mean = null, Std = null }} {string.Join(' ', Mean ?? [])} / {string.Join(' ', Std ?? [])}");

    /// <summary>The whole preprocessing: what is said, else the preset's, else the defaults.</summary>
    public Preprocessing ToPreprocessing()
    {
        var preset = Preset is null ? new() : Presets.All[Preset];
        var defaults = new Preprocessing();
        return new()
        {
            Preset = Preset ?? "", Resize = Resize ?? defaults.Resize, Background = Background ?? defaults.Background,
            Channels = Channels ?? preset.Channels, Invert = Invert ?? preset.Invert ?? false, Scale = Scale ?? preset.Scale ?? defaults.Scale,
            Mean = Mean ?? preset.Mean ?? [], Std = Std ?? preset.Std ?? [],
        };
    }
}
