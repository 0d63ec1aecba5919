using System.Text.RegularExpressions;

namespace Convscope.Site.Assets;

/// <summary>Leaves out the spaces and comments of a style sheet, which only its authors need; texts in quotation marks stay as they
/// are.</summary>
public static partial class StyleMinifier
{
    /// <summary>The same style sheet.</summary>
    public static string Minify(string css) => Run().Replace(css, match => match.Value[0] switch
    {
        '"' or '\'' => match.Value,
        '/' => "",
        _ => match.Groups["mark"] is { Success: true } mark ? mark.Value : " ",
    }).Trim();

    [GeneratedRegex("""
        /\*[\s\S]*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\s*(?<mark>[{};,])\s*|\s+
        """)]
    private static partial Regex Run();
}
