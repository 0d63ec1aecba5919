using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Convscope.Site.Lessons.Writing;

/// <summary>Finds the pictures that a table of contents shows of a chapter.</summary>
internal static partial class FigurePictures
{
    private const int Most = 3;

    /// <summary>The first different pictures of the first figure that has any.</summary>
    /// <returns>Their routes.</returns>
    public static ImmutableArray<string> Of(IEnumerable<FramedFigure> figures) =>
    [
        .. figures.Select(figure => Source().Matches(figure.Framed).Select(match => match.Groups[1].Value).Distinct().Take(Most).ToArray())
            .FirstOrDefault(routes => routes.Length > 0) ?? [],
    ];

    [GeneratedRegex("<img[^>]* src=\"" + Root.Mark + "([^\"]+)\"")]
    private static partial Regex Source();
}
