using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>The classes of well-known data sets, by the data set's name: each a file of <c>labels/</c>, a name a line below its
/// source.</summary>
public static class KnownLabels
{
    private const string Prefix = "labels/";

    /// <summary>All data sets.</summary>
    public static ImmutableArray<string> Names { get; } = [.. typeof(KnownLabels).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^".txt".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The classes of a data set, in the order in which networks number them; null where it isn't known.</summary>
    public static ImmutableArray<string>? Of(string name)
    {
        using var stream = Names.Contains(name) ? typeof(KnownLabels).Assembly.GetManifestResourceStream($"{Prefix}{name}.txt") : null;
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')];
    }

    /// <summary>What an author's labels are: those of a data set where its name is all that they are.</summary>
    public static ImmutableArray<string> Named(IReadOnlyList<string> labels) =>
        labels is [var only] && Of(only) is { } known ? known : [.. labels];

    /// <summary>The error of a text that is neither a file nor a known data set.</summary>
    public static Diagnostic Missing(string text) => Diagnostic.Error(
        DiagnosticCodes.Missing,
            $"there is no file of labels '{text}', and no list of that name; there are {string.Join(", ", Names)}{Suggestion.For(text, Names)}", new(text));
}
