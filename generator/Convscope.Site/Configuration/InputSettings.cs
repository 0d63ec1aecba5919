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

    /// <summary>What is done with the orientation that a file notes.</summary>
    public OrientationUse? Orientation { get; init; }

    /// <summary>What is done with transparency.</summary>
    public AlphaUse? Alpha { get; init; }

    /// <summary>How the sides are matched.</summary>
    public Resizing? Resize { get; init; }

    /// <summary>How pixels are made of pixels.</summary>
    public ResizeFilter? Filter { get; init; }

    /// <summary>What is cut out of the middle.</summary>
    public CentreCrop? Crop { get; init; }

    /// <summary>How much each colour counts in a grey.</summary>
    public GreyWeights? Grey { get; init; }

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
    /// These settings, and others where these say nothing. A preset here takes the place of all that the others say of the values, and one
    /// that says how pictures are resized of that as well: half of one recipe and half of another would be neither.
    /// </summary>
    public InputSettings Or(InputSettings others)
    {
        if (Preset is null) return Over(others);
        var kept = others with { Preset = null, Grey = null, Channels = null, Invert = null, Scale = null, Mean = null, Std = null };
        return Over(Presets.All[Preset].Resize is null ? kept : kept with { Resize = null, Filter = null, Crop = null });
    }

    /// <summary>Whether they say anything of the values, so that nothing else may.</summary>
    public bool SayValues => Preset is not null || Invert is not null || Scale is not null || Mean is not null || Std is not null;

    /// <summary>All of it as a text: the same for the same.</summary>
    public string ToText() =>
        FormattableString.Invariant(
            $"{this with { Mean = null, Std = null }} {string.Join(' ', Mean ?? [])} / {string.Join(' ', Std ?? [])}");

    /// <summary>The whole preprocessing: what is said, else the preset's, else the defaults.</summary>
    public Preprocessing ToPreprocessing()
    {
        var (all, defaults) = (Preset is null ? this : Over(Presets.All[Preset]), new Preprocessing());
        return new()
        {
            Preset = Preset ?? "", Orientation = all.Orientation ?? defaults.Orientation, Alpha = all.Alpha ?? defaults.Alpha,
            Background = all.Background ?? defaults.Background, Resize = all.Resize ?? defaults.Resize, Filter = all.Filter, Crop =
                all.Crop,
            Grey = all.Grey ?? defaults.Grey, Channels = all.Channels, Invert = all.Invert ?? false, Scale = all.Scale ?? defaults.Scale,
            Mean = all.Mean ?? [], Std = all.Std ?? [],
        };
    }

    /// <summary>Key by key, these or else the others. To resize otherwise is to crop otherwise.</summary>
    private InputSettings Over(InputSettings others) => new()
    {
        Preset = Preset ?? others.Preset, Layout = Layout ?? others.Layout, Height = Height ?? others.Height, Width = Width ?? others.Width,
        Orientation = Orientation ?? others.Orientation, Alpha = Alpha ?? others.Alpha, Background = Background ?? others.Background,
        Resize = Resize ?? others.Resize, Filter = Filter ?? others.Filter, Crop = Crop ?? (Resize is null ? others.Crop : null),
        Grey = Grey ?? others.Grey, Channels = Channels ?? others.Channels, Invert = Invert ?? others.Invert, Scale = Scale ?? others.Scale,
        Mean = Mean ?? others.Mean, Std = Std ?? others.Std,
    };
}
