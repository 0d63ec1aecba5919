namespace Convscope.Site.Assets;

/// <summary>
/// Leaves out the comments of a style or script that fill whole lines: a third of what a reader would load. It looks only at
/// how lines begin and end, so that it can't mistake a string or a regular expression for a comment.
/// </summary>
public static class Comments
{
    /// <summary>The text without its comment lines and empty lines.</summary>
    public static string Strip(string text) => string.Concat(Kept(text).Select(line => line.Text + "\n"));

    /// <summary>The lines that are neither comments nor empty.</summary>
    internal static IEnumerable<SourceLine> Kept(string text)
    {
        var inside = false;
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var trimmed = line.Trim();
            if (inside)
            {
                inside = !trimmed.EndsWith("*/", StringComparison.Ordinal);
                continue;
            }

            var opens = trimmed.StartsWith("/*", StringComparison.Ordinal);
            var closes = trimmed.IndexOf("*/", StringComparison.Ordinal);
            inside = opens && closes < 0;
            var isComment = inside || trimmed.Length == 0 || trimmed.StartsWith("//", StringComparison.Ordinal)
                || (opens && closes == trimmed.Length - 2);
            if (!isComment) yield return new(number + 1, line);
        }
    }
}
