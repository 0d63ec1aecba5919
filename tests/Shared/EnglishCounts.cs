using System.Text.RegularExpressions;

namespace Convscope.Tests.Shared;

/// <summary>Finds "1 cells" and its like in an English page: in what it shows, and in what it says to those who listen.</summary>
public static partial class EnglishCounts
{
    /// <summary>The places where one of something is called many.</summary>
    public static IEnumerable<string> Wrong(string html) =>
        OneOfMany().Matches(System.Net.WebUtility.HtmlDecode(Tag().Replace(Code().Replace(html, ""), "")))
        .Concat(OneOfMany().Matches(html)).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"(?<![\d.,×÷−+–/-]\s?)\b1 (?:(?:more|other|partial|input|output) )*(?:cells|rows|columns|units|layers|maps|inputs|outputs|numbers|weights|parameters|pixels|channels|kernels|classes|pictures|parts|sums|modules|values|groups|windows|minutes|chapters|images)\b")]
    private static partial Regex OneOfMany();

    [GeneratedRegex(@"<(script|style|code|pre)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
