using System.Text.RegularExpressions;

namespace Convscope.Tests.Unit.Sources;

public sealed partial class LineLengthTests
{
    private const int Longest = 140;

    [Theory]
    [InlineData("generator")]
    [InlineData("tests")]
    public void NoLineIsLongerThanAScreenIsWide(string folder) => Assert.Empty(
        SourceTree.Of(folder).SelectMany(source => TooLong(source.Lines).Select(line => $"{source.Path}:{line}")));

    [Fact]
    public void AnAddressOrATextMayStandOnALongLine()
    {
        var spaces = new string(' ', Longest);
        Assert.Equal([1], TooLong([$"var x ={spaces}1;"]));
        Assert.Empty(TooLong([$"    \"{spaces}\",", "var text = \"\"\"", $"    {spaces}1;", "    \"\"\";"]));
    }

    /// <summary>Numbers of the lines that are too long. Texts in quotation marks can't be wrapped without changing the code, and don't
    /// count; nor do lines of texts that go over several lines.</summary>
    private static IEnumerable<int> TooLong(string[] lines)
    {
        var isInText = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var marks = lines[i].Split("\"\"\"").Length - 1;
            if (!isInText && marks == 0 && lines[i].Length > Longest && Texts().Replace(lines[i], "").Length > Longest - 20)
                yield return i + 1;
            if (marks % 2 == 1) isInText = !isInText;
        }
    }

    [GeneratedRegex("""\$?"(\\.|[^"\\])*"|https?://\S+""")]
    private static partial Regex Texts();
}
