using Convscope.Core.Diagnostics;
using Convscope.Site.Building;

namespace Convscope.Cli.Reporting;

/// <summary>Tells a person or a machine how a build goes.</summary>
public abstract class Reporter
{
    /// <summary>The reporter for a <c>--log-format</c>.</summary>
    public static Reporter Create(string format, TextWriter output, TextWriter error, bool isRedirected) => format switch
    {
        "json" => new JsonReporter(output),
        "github" => new TextReporter(output, error, isRedirected: true, GitHub),
        _ => new TextReporter(output, error, isRedirected, diagnostic => diagnostic.ToString()),
    };

    /// <summary>Runs work, showing how far it is.</summary>
    public abstract T Progress<T>(Func<Action<BuildProgress>, T> work);

    /// <summary>Tells one diagnostic.</summary>
    public abstract void Diagnostic(Diagnostic diagnostic);

    /// <summary>Tells how something went, in a sentence.</summary>
    public abstract void Note(string text);

    /// <summary>Tells what a build did.</summary>
    /// <param name="summary">What it did.</param>
    /// <param name="seconds">How long it took in all.</param>
    public abstract void Summary(BuildSummary summary, double seconds);

    /// <summary>A workflow command that GitHub shows as an annotation; its text may hold no raw line break or percent sign.</summary>
    private static string GitHub(Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        var place = diagnostic.Span is { } span
            ? $" file={Property(span.Path)}" + (span.Line > 0 ? $",line={span.Line}" : "") + (span.Column > 0 ? $",col={span.Column}" : "")
            : "";
        return $"::{severity}{place}::{Data($"{diagnostic.Code}: {diagnostic.Message}")}";
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
