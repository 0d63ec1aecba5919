namespace Convscope.Cli.Reporting;

/// <summary>The command line that builds a site of what was inspected.</summary>
internal static class BuildLine
{
    private static readonly string[] OfInspect = ["inspect", "--json", "--debug"];

    /// <summary>Whatever was said of the input and the output is said again; the pictures are the reader's own.</summary>
    /// <param name="file">The model.</param>
    /// <param name="given">All words of the command line.</param>
    public static string Of(string file, IReadOnlyList<string> given)
    {
        var options = given.Where(word => word != file && !OfInspect.Contains(word));
        return string.Join(' ', new[] { "convscope", "build", "--model", file, "--images", "pictures", "--output", "site" }.Concat(options)
            .Select(Quoted));
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=,:".Contains(letter)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
