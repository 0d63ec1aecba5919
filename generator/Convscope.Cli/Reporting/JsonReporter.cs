using System.Text.Json;
using Convscope.Core.Diagnostics;
using Convscope.Site.Building;

namespace Convscope.Cli.Reporting;

/// <summary>For machines: one JSON object a line, told apart by <c>type</c>.</summary>
public sealed class JsonReporter(TextWriter output) : Reporter
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public override T Progress<T>(Func<Action<BuildProgress>, T> work) =>
        work(progress => Write(new { type = "progress", stage = progress.Stage, done = progress.Done, total = progress.Total }));

    /// <inheritdoc/>
    public override void Diagnostic(Diagnostic diagnostic) => Write(new
    {
        type = "diagnostic",
        severity = diagnostic.Severity == Severity.Error ? "error" : "warning",
        code = diagnostic.Code,
        message = diagnostic.Message,
        path = diagnostic.Span?.Path,
        line = diagnostic.Span?.Line,
        column = diagnostic.Span?.Column,
    });

    /// <inheritdoc/>
    public override void Note(string text) => Write(new { type = "note", message = text });

    /// <inheritdoc/>
    public override void Summary(BuildSummary summary, double seconds) => Write(new
    {
        type = "summary",
        output = summary.Output,
        unchanged = summary.IsUnchanged,
        pages = summary.Pages,
        maps = summary.Maps,
        kernels = summary.Kernels,
        bytes = summary.Bytes,
        zip = summary.ZipBytes,
        worst = summary.Worst is { } worst ? new
        {
            worst.Layer, worst.Picture, Absolute = Finite(worst.Absolute),
            OfBound = Finite(worst.OfBound), OfRange = Finite(worst.OfRange), worst.Checked, worst.Cells, worst.IsWithin
        } : null,
        notes = summary.Notes,
        stages = summary.Stages.ToDictionary(stage => stage.Name, stage => stage.Seconds),
        seconds,
    });

    /// <summary>JSON has no infinity.</summary>
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private void Write(object line)
    {
        lock (_gate) output.WriteLine(JsonSerializer.Serialize(line));
    }
}
