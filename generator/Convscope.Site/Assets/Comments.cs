using System.Text;

namespace Convscope.Site.Assets;

/// <summary>
/// Leaves out the comments of a style or script that fill whole lines: a third of what a reader would load. It looks only at
/// how lines begin and end, so that it can't mistake a string or a regular expression for a comment.
/// </summary>
public static class Comments
{
    /// <summary>The text without its comment lines and empty lines.</summary>
    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        var inside = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
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
            if (!isComment) kept.Append(line).Append('\n');
        }

        return kept.ToString();
    }
}
