using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;

namespace Convscope.Site.Configuration;

/// <summary>Reads the YAML file beside a model.</summary>
public static class ModelMetadataReader
{
    private static readonly Dictionary<string, InputLayout> Layouts = new() { ["NCHW"] = InputLayout.Nchw, ["NHWC"] = InputLayout.Nhwc };

    private static readonly Dictionary<string, ResizeMode> ResizeModes = new()
    {
        ["stretch"] = ResizeMode.Stretch, ["cover"] = ResizeMode.Cover, ["contain"] = ResizeMode.Contain,
    };

    private static readonly Dictionary<string, ColourChannels> ChannelOrders = new()
    {
        ["RGB"] = ColourChannels.Rgb, ["BGR"] = ColourChannels.Bgr, ["GRAY"] = ColourChannels.Gray,
    };

    /// <summary>Reads the text; mistakes are added to the diagnostics.</summary>
    public static ModelMetadata Read(string text, string path, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, path, diagnostics);
        var metadata = new ModelMetadata
        {
            Name = map.Text("name", ""),
            Title = map.Text("title", ""),
            Description = map.Text("description", ""),
            Licence = map.Text("licence", ""),
            Labels = [.. map.Texts("labels")],
            Layers = ReadLayers(map.Map("layers")),
        };
        if (map.Map("input") is { } input) metadata = ReadInput(input, metadata, diagnostics);
        map.RejectOthers();
        return metadata;
    }

    private static ModelMetadata ReadInput(YamlMap input, ModelMetadata metadata, List<Diagnostic> diagnostics)
    {
        var defaults = new Preprocessing();
        var preprocessing = new Preprocessing
        {
            Resize = input.Choice("resize", ResizeModes) ?? defaults.Resize,
            Channels = input.Choice("channels", ChannelOrders),
            Scale = input.Number("scale") ?? defaults.Scale,
            Mean = [.. input.Numbers("mean")],
            Std = [.. input.Numbers("std")],
            Background = ReadColour(input, defaults.Background, diagnostics),
        };
        if (preprocessing.Std.Contains(0))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "'std' can't be 0: values are divided by it", input.Span("std")));
        var result = metadata with
        {
            Preprocessing = preprocessing,
            Layout = input.Choice("layout", Layouts),
            Height = input.Count("height"),
            Width = input.Count("width"),
        };
        input.RejectOthers();
        return result;
    }

    private static int ReadColour(YamlMap input, int otherwise, List<Diagnostic> diagnostics)
    {
        var text = input.Text("background", "");
        if (text.Length == 0) return otherwise;
        if (text.Length == 7 && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var colour)) return colour;
        diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "'background' must be a colour such as \"#ffffff\" (in quotes)", input.Span("background")));
        return otherwise;
    }

    private static ImmutableSortedDictionary<string, LayerNote> ReadLayers(YamlMap? layers)
    {
        var notes = ImmutableSortedDictionary.CreateBuilder<string, LayerNote>(StringComparer.Ordinal);
        foreach (var name in layers?.Keys ?? [])
        {
            if (layers!.Map(name) is not { } note) continue;
            notes[name] = new(note.Text("caption", ""), note.Text("module", ""));
            note.RejectOthers();
        }

        return notes.ToImmutable();
    }
}
