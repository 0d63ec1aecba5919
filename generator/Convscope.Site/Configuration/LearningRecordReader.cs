using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>Reads <c>history.yaml</c>, in the folder that a training kept beside its model.</summary>
public static class LearningRecordReader
{
    /// <summary>Reads the text; mistakes are added to the diagnostics, and then what is given is no use.</summary>
    /// <exception cref="DiagnosticException">It isn't YAML.</exception>
    public static LearningRecord Read(string text, string path, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, path, diagnostics);
        var rate = map.Number("rate") ?? 0;
        if (rate <= 0) map.Report("rate", "must be a number above 0");
        var curves = Curves(map);
        var plain = map.Map("plain");
        map.Text("seed", "");
        var record = new LearningRecord(
            rate, Count(map, "batch"), Count(map, "pictures"), Count(map, "measured"), curves,
            plain is null ? null : Curves(plain), Checkpoints(map, curves));
        plain?.RejectOthers();
        map.RejectOthers();
        return record;
    }

    private static int Count(YamlMap map, string key)
    {
        if (map.Count(key) is { } count) return count;
        if (!map.Has(key)) map.Report(key, "is missing: a whole number from 1 up");
        return 1;
    }

    private static LearningCurves Curves(YamlMap map)
    {
        var curves = new LearningCurves(Curve(map, "loss", double.MaxValue), Curve(map, "accuracy", 1));
        int[] lengths =
        [
            .. new[] { curves.Loss, curves.Accuracy }.SelectMany(curve => new[] { curve.Training.Length, curve.HeldOut.Length }),
        ];
        if (lengths.Min() < 2 || lengths.Max() != lengths.Min())
        {
            map.Report("loss", "and 'accuracy' must have 'training' and 'held_out', four lists of the same length: one number before the "
                + $"first epoch and one after each; they have {string.Join(", ", lengths)}");
        }

        return curves;
    }

    private static LearningCurve Curve(YamlMap map, string key, double most)
    {
        var curve = map.Map(key);
        ImmutableArray<double> Read(string name)
        {
            ImmutableArray<double> values = [.. curve?.Numbers(name) ?? []];
            if (values.Any(value => value < 0 || value > most))
                curve!.Report(name, most == 1 ? "must be shares between 0 and 1" : "must be numbers from 0 up");
            return values;
        }

        var read = new LearningCurve(Read("training"), Read("held_out"));
        curve?.RejectOthers();
        return read;
    }

    private static ImmutableArray<Checkpoint> Checkpoints(YamlMap map, LearningCurves curves)
    {
        var found = new List<Checkpoint>();
        foreach (var entry in map.Maps("checkpoints"))
        {
            var file = entry.Text("file", "");
            var epoch = entry.Text("epoch", "") is "0" ? 0 : entry.Count("epoch") ?? -1;
            var least = found.Count == 0 ? 0 : found[^1].Epoch + 1;
            if (epoch < least || epoch >= curves.Loss.Training.Length)
                entry.Report("epoch", $"must be a whole number from {least} to {curves.Loss.Training.Length - 1}: epochs come in order");
            if (file.Length == 0 || file != Path.GetFileName(file)) entry.Report("file", "must name an ONNX file in the same folder");
            entry.RejectOthers();
            found.Add(new(epoch, file, entry.Span("file")));
        }

        if (found.Count < 2) map.Report("checkpoints", "must have at least two entries of 'epoch' and 'file'");
        return [.. found];
    }
}
