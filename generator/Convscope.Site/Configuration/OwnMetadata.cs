using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;

namespace Convscope.Site.Configuration;

/// <summary>What a model's own file says of it, in the metadata that exporters write: Ultralytics' <c>names</c>, <c>task</c> and
/// <c>imgsz</c>, others' lists of classes.</summary>
internal static partial class OwnMetadata
{
    private static readonly string[] LabelKeys = ["names", "classes", "class_names", "labels", "id2label"];

    private static readonly Dictionary<string, NetworkTask> Tasks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["classify"] = NetworkTask.Classifier, ["classification"] = NetworkTask.Classifier, ["image-classification"] =
            NetworkTask.Classifier,
        ["detect"] = NetworkTask.Detector, ["detection"] = NetworkTask.Detector, ["obb"] = NetworkTask.Detector, ["pose"] =
            NetworkTask.Detector,
        ["segment"] = NetworkTask.Detector, ["semantic-segmentation"] = NetworkTask.Map, ["regression"] =
            NetworkTask.Regressor, ["feature-extraction"] = NetworkTask.Embedding,
    };

    /// <summary>What Windows ML's tools state in <c>Image.NominalPixelRange</c>.</summary>
    private static readonly Dictionary<string, (double Low, double High)> Ranges = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NominalRange_0_255"] = (0, 255), ["NominalRange_16_235"] = (16, 235), ["Normalized_0_1"] = (0, 1), ["Normalized_1_1"] = (-1, 1),
    };

    /// <summary>What they state in <c>Image.BitmapPixelFormat</c>.</summary>
    private static readonly Dictionary<string, ColourChannels> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Bgr8"] = ColourChannels.Bgr, ["Bgra8"] = ColourChannels.Bgr, ["Rgb8"] = ColourChannels.Rgb, ["Rgba8"] =
            ColourChannels.Rgb, ["Gray8"] = ColourChannels.Gray,
    };

    /// <summary>What is stated of the input.</summary>
    public static StatedInput Input(IReadOnlyDictionary<string, string> said)
    {
        const string range = "Image.NominalPixelRange", format = "Image.BitmapPixelFormat", type = "input type";
        var keys = new[] { range, format, "imgsz", type }.Where(said.ContainsKey);
        var stated = new StatedInput { Sides = Sides(said), Source = string.Join(", ", keys) };

        // Ultralytics' models take values of 0 to 1, red first; that it exported one shows in the keys that it writes.
        if (stated.Sides is not null && said.ContainsKey("names") && said.ContainsKey("task"))
            stated = stated with { Range = (0, 1), Channels = ColourChannels.Rgb };
        if (said.ContainsKey(type)) stated = stated with { Range = (0, 255) };
        return stated with
        {
            Range = said.TryGetValue(range, out var ends) && Ranges.TryGetValue(ends.Trim(), out var known) ? known : stated.Range,
            Channels = said.TryGetValue(format, out var order) && Formats.TryGetValue(order.Trim(), out var channels)
                ? channels : stated.Channels,
        };
    }

    /// <summary>What the output is, or null.</summary>
    public static NetworkTask? Task(IReadOnlyDictionary<string, string> said) =>
        said.TryGetValue("task", out var task) && Tasks.TryGetValue(task.Trim(), out var known) ? known : null;

    /// <summary>Rows and columns that it was trained with: <c>[640, 640]</c>, or one number.</summary>
    private static (int Height, int Width)? Sides(IReadOnlyDictionary<string, string> said)
    {
        if (!said.TryGetValue("imgsz", out var text)) return null;
        var sides = Whole().Matches(text).Select(match =>
            int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : 0).ToArray();
        return sides switch { [> 0 and var side] => (side, side), [> 0 and var height, > 0 and var width] => (height, width), _ => null };
    }

    /// <summary>The names of the classes; none where there are none, or where they can't be read, which is told.</summary>
    public static ImmutableArray<string> Labels(IReadOnlyDictionary<string, string> said, string model, List<Diagnostic> diagnostics)
    {
        foreach (var key in LabelKeys)
        {
            if (!said.TryGetValue(key, out var text) || text.Trim().Length == 0) continue;
            var problems = new List<Diagnostic>();
            try
            {
                var labels = LabelFile.Read(Lines(text), model, problems);
                if (problems.Count == 0) return labels;
            }
            catch (DiagnosticException e)
            {
                problems.AddRange(e.Diagnostics);
            }

            diagnostics.Add(Diagnostic.Warning(DiagnosticCodes.FileLabels,
                $"the file's own '{key}' can't be read ({problems[0].Message}); name the classes with --labels", new(model)));
        }

        return [];
    }

    /// <summary>A list in one line, <c>cat, dog</c>, is one a line.</summary>
    private static string Lines(string text) =>
        text.TrimStart()[0] is '[' or '{' || text.Contains('\n', StringComparison.Ordinal) ? text : text.Replace(',', '\n');

    [GeneratedRegex(@"\d+")]
    private static partial Regex Whole();
}
