using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;

namespace Convscope.Site.Configuration;

/// <summary>
/// Reads what an author says of the input, key by key. The YAML file's keys and the command line's options of the same name are
/// read by the same rules, and refused with the same words.
/// </summary>
public static class InputKeys
{
    private const string Sizes = "rows x columns, such as 224x224, or one number for a square";

    private static readonly Dictionary<string, InputLayout> Layouts = new() { ["NCHW"] = InputLayout.Nchw, ["NHWC"] = InputLayout.Nhwc };

    private static readonly Dictionary<string, OrientationUse> Orientations =
        new() { ["apply"] = OrientationUse.Apply, ["ignore"] = OrientationUse.Ignore };

    private static readonly Dictionary<string, AlphaUse> Alphas =
        new() { ["composite"] = AlphaUse.Composite, ["ignore"] = AlphaUse.Ignore };

    private static readonly Dictionary<string, ResizeMode> ResizeModes = new()
    {
        ["cover"] = ResizeMode.Cover, ["contain"] = ResizeMode.Contain, ["stretch"] = ResizeMode.Stretch, ["shorter"] = ResizeMode.Shorter,
        ["none"] = ResizeMode.None,
    };

    private static readonly Dictionary<string, ResizeFilter> Filters = new()
    {
        ["area"] = ResizeFilter.Area, ["bilinear"] = ResizeFilter.Bilinear, ["bilinear-plain"] = ResizeFilter.BilinearPlain,
        ["bicubic"] = ResizeFilter.Bicubic, ["nearest"] = ResizeFilter.Nearest,
    };

    private static readonly Dictionary<string, GreyWeights> Greys = new() { ["601"] = GreyWeights.Bt601, ["709"] = GreyWeights.Bt709 };

    private static readonly Dictionary<string, ColourChannels> ChannelOrders = new()
    {
        ["RGB"] = ColourChannels.Rgb, ["BGR"] = ColourChannels.Bgr, ["GRAY"] = ColourChannels.Gray,
    };

    private static readonly Dictionary<string, bool> Switches = new() { ["true"] = true, ["false"] = false };

    /// <summary>Reads one key: the settings with it, or what is wrong, as in <c>'mean' </c><em>must be …</em></summary>
    public delegate (InputSettings Settings, string? Problem) Reading(InputSettings settings, IReadOnlyList<string> texts);

    /// <summary>All keys, with what reads each.</summary>
    public static IReadOnlyDictionary<string, Reading> All { get; } = new Dictionary<string, Reading>
    {
        ["preprocess"] = (settings, texts) => Choice(texts, Presets.All.Keys.ToDictionary(name => name), (name) =>
            settings with { Preset = name }, settings),
        ["layout"] = (settings, texts) => Choice(texts, Layouts, layout => settings with { Layout = layout }, settings),
        ["size"] = (settings, texts) => Size(texts) is { } size
            ? (settings with { Height = size.Height, Width = size.Width }, null) : Must(settings, "be " + Sizes, texts),
        ["height"] = (settings, texts) => Side(texts) is { } side
            ? (settings with { Height = side }, null) : Must(settings, "be a whole number from 1 up", texts),
        ["width"] = (settings, texts) => Side(texts) is { } side
            ? (settings with { Width = side }, null) : Must(settings, "be a whole number from 1 up", texts),
        ["orientation"] = (settings, texts) => Choice(texts, Orientations, use => settings with { Orientation = use }, settings),
        ["alpha"] = (settings, texts) => Choice(texts, Alphas, use => settings with { Alpha = use }, settings),
        ["resize"] = (settings, texts) => Resize(texts) is { } resize
            ? (settings with { Resize = resize }, null)
            : Must(settings, $"be one of {string.Join(", ", ResizeModes.Keys)}, or the length of the shorter side", texts,
                Suggestion.Nearest(string.Join(' ', texts), ResizeModes.Keys)),
        ["filter"] = (settings, texts) => Choice(texts, Filters, filter => settings with { Filter = filter }, settings),
        ["crop"] = (settings, texts) => Crop(texts) is { } crop
            ? (settings with { Crop = crop }, null)
            : Must(settings, "be a number of pixels, such as 224, or a share of the side, such as 0.875", texts),
        ["grey"] = (settings, texts) => Choice(texts, Greys, weights => settings with { Grey = weights }, settings),
        ["channels"] = (settings, texts) => Choice(texts, ChannelOrders, order => settings with { Channels = order }, settings),
        ["background"] = (settings, texts) => Colour(texts) is { } colour
            ? (settings with { Background = colour }, null) : Must(settings, "be a colour such as \"#ffffff\" (in quotes)", texts),
        ["invert"] = (settings, texts) => Choice(texts, Switches, invert => settings with { Invert = invert }, settings),
        ["scale"] = (settings, texts) => Numbers(texts) is [not 0 and var scale]
            ? (settings with { Scale = scale }, null) : Must(settings, "be a number other than 0, or a fraction such as 1/255", texts),
        ["mean"] = (settings, texts) => Numbers(texts) is { } mean
            ? (settings with { Mean = mean }, null) : Must(settings, "be a list of numbers, one a channel or one for all", texts),
        ["std"] = (settings, texts) => Numbers(texts) switch
        {
            null => Must(settings, "be a list of numbers, one a channel or one for all", texts),
            { } std when std.Contains(0) => (settings, $"can't be 0, since values are divided by it, but is '{string.Join(", ", texts)}'"),
            { } std => (settings with { Std = std }, null),
        },
    };

    /// <summary>What a filter is called.</summary>
    public static string WordOf(ResizeFilter filter) => Filters.First(word => word.Value == filter).Key;

    /// <summary>The words that a key takes; none where it takes numbers or colours.</summary>
    public static IEnumerable<string> WordsOf(string key) => key switch
    {
        "preprocess" => Presets.All.Keys,
        "layout" => Layouts.Keys,
        "orientation" => Orientations.Keys,
        "alpha" => Alphas.Keys,
        "resize" => ResizeModes.Keys,
        "filter" => Filters.Keys,
        "grey" => Greys.Keys,
        "channels" => ChannelOrders.Keys,
        _ => [],
    };

    private static (InputSettings Settings, string? Problem) Must(InputSettings settings, string what, IReadOnlyList<string> texts,
        string hint = "") =>
        (settings, $"must {what}, but is '{string.Join(", ", texts)}'{hint}");

    private static (InputSettings Settings, string? Problem) Choice<T>(
        IReadOnlyList<string> texts, Dictionary<string, T> choices, Func<T, InputSettings> with, InputSettings settings)
    {
        foreach (var (word, value) in choices)
        {
            if (texts is [var text] && text.Equals(word, StringComparison.OrdinalIgnoreCase)) return (with(value), null);
        }

        return Must(settings, "be one of " + string.Join(", ", choices.Keys), texts,
            Suggestion.Nearest(string.Join(' ', texts), choices.Keys));
    }

    private static int? Side(IReadOnlyList<string> texts) =>
        texts is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side > 0 ? side : null;

    private static (int Height, int Width)? Size(IReadOnlyList<string> texts)
    {
        if (texts is not [var text]) return null;
        var sides = text.Split('x', 'X', '×').Select(side => Side([side.Trim()])).ToArray();
        return sides switch
        {
            [{ } side] => (side, side),
            [{ } height, { } width] => (height, width),
            _ => null,
        };
    }

    /// <summary>A word, the length of the shorter side, or both sides.</summary>
    private static Resizing? Resize(IReadOnlyList<string> texts)
    {
        if (Side(texts) is { } side) return new(ResizeMode.Shorter, side, side);
        if (Size(texts) is { } size) return new(ResizeMode.Stretch, size.Height, size.Width);
        return texts is [var text] && ResizeModes.FirstOrDefault(mode =>
            mode.Key.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Key: not null } mode ? new(mode.Value) : null;
    }

    /// <summary>Up to 1 it is a share, beyond it a whole number of pixels.</summary>
    private static CentreCrop? Crop(IReadOnlyList<string> texts) => Numbers(texts) switch
    {
        [> 0 and <= 1 and var share] => new(0, share),
        [> 1 and <= int.MaxValue and var side] when double.IsInteger(side) => new((int)side, 0),
        _ => null,
    };

    private static int? Colour(IReadOnlyList<string> texts) =>
        texts is [['#', .. { Length: 6 } digits]]
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var colour) ? colour : null;

    private static ImmutableArray<double>? Numbers(IReadOnlyList<string> texts)
    {
        var values = ImmutableArray.CreateBuilder<double>();
        foreach (var text in texts.SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (Number(text) is not { } value) return null;
            values.Add(value);
        }

        return values.Count > 0 ? values.ToImmutable() : null;
    }

    /// <summary>A finite number, or a fraction of two.</summary>
    private static double? Number(string text)
    {
        if (text.Split('/') is [var above, var below])
            return Number(above) / Number(below) is { } quotient && double.IsFinite(quotient) ? quotient : null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value : null;
    }
}
