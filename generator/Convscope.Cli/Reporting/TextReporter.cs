using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Texts;
using Convscope.Site.Building;
using Spectre.Console;

namespace Convscope.Cli.Reporting;

/// <summary>For people: a progress bar on a terminal, a plain line a stage when redirected.</summary>
public sealed class TextReporter(TextWriter output, TextWriter error, bool isRedirected, Func<Diagnostic, string> format) : Reporter
{
    /// <summary>Where a bar is being drawn, above which sentences go.</summary>
    private IAnsiConsole? _bar;

    /// <inheritdoc/>
    public override T Progress<T>(Func<Action<BuildProgress>, T> work) => isRedirected ? Plain(work) : Bar(work);

    /// <inheritdoc/>
    public override void Diagnostic(Diagnostic diagnostic) => error.WriteLine(format(diagnostic));

    /// <inheritdoc/>
    public override void Note(string text)
    {
        if (_bar is { } console) console.WriteLine(VisibleText.Lines(text));
        else output.WriteLine(text);
    }

    /// <inheritdoc/>
    public override void Summary(BuildSummary summary, double seconds)
    {
        var counts = Invariant(
            $"{summary.Pages:N0} pages, {summary.Maps:N0} maps, {summary.Kernels:N0} kernels, {summary.Bytes / 1e6:N1} MB");
        if (summary.IsUnchanged)
        {
            output.WriteLine(Invariant($"Nothing has changed since the last build: {counts} in {summary.Output}/ ({seconds:F2} s)"));
            foreach (var note in summary.Notes) output.WriteLine(note);
            Zip(summary);
            return;
        }

        output.WriteLine(counts);
        foreach (var note in summary.Notes) output.WriteLine(note);
        if (summary.Worst is { } worst)
            output.WriteLine(Invariant(
                $"worst verification error: {worst.Absolute:0.0e-0} absolute, {worst.OfBound:P0} of what rounding explains, in {worst.Layer} on {worst.Picture}"));
        output.WriteLine("seconds by stage, over all threads: "
            + string.Join(", ", summary.Stages.Select(stage => Invariant($"{stage.Name} {stage.Seconds:F2}"))));
        output.WriteLine(Invariant($"Done in {seconds:F2} s: open {summary.Output}/index.html"));
        Zip(summary);
    }

    private void Zip(BuildSummary summary)
    {
        if (summary.ZipBytes is { } bytes) output.WriteLine(Invariant($"ZIP of the site: {bytes / 1e6:N1} MB"));
    }

    private T Plain<T>(Func<Action<BuildProgress>, T> work)
    {
        var gate = new object();
        var last = "";
        return work(progress =>
        {
            lock (gate)
            {
                if (progress.Stage == last) return;
                last = progress.Stage;
                output.WriteLine(Invariant($"{progress.Stage}: {progress.Total} pictures"));
            }
        });
    }

    private T Bar<T>(Func<Action<BuildProgress>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(VisibleWriter.ConsoleOf(output)) });
        _bar = console;
        try
        {
            return Bar(console, work);
        }
        finally
        {
            _bar = null;
        }
    }

    private static T Bar<T>(IAnsiConsole console, Func<Action<BuildProgress>, T> work) =>
        console.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CounterColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var tasks = new System.Collections.Concurrent.ConcurrentDictionary<string, ProgressTask>();
                return work(progress => tasks.GetOrAdd(progress.Stage, stage =>
                    context.AddTask(stage, maxValue: progress.Total)).Value = progress.Done);
            });

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many pictures of how many.</summary>
    private sealed class CounterColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task,
            TimeSpan deltaTime) =>
            new Text(Invariant($"{task.Value:F0}/{task.MaxValue:F0}"));
    }
}
