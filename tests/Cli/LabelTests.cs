using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>The classes' names come from files of all common forms, or are numbers.</summary>
public sealed class LabelTests
{
    [Theory]
    [InlineData("labels.txt", "cat\nsmall dog\nbird\n")]
    [InlineData("labels.txt", "\ufeffcat\r\nsmall dog\r\nbird")]
    [InlineData("labels.yaml", "- cat\n- small dog\n- bird\n")]
    [InlineData("labels.yml", "[cat, small dog, bird]")]
    [InlineData("labels.json", "[\n\t\"cat\",\n\t\"small dog\",\n\t\"bird\"\n]")]
    [InlineData("index.json", "{\"0\": [\"n01\", \"cat\"], \"2\": [\"n03\", \"bird\"], \"1\": [\"n02\", \"small dog\"]}")]
    [InlineData("index.txt", "{0: 'cat',\n 1: 'small dog',\n 2: 'bird'}")]
    public void AFileOfLabelsMayHaveAnyCommonForm(string name, string text)
    {
        using var site = new TempSite(metadata: null);
        site.Write(name, text);
        site.Built("--labels", site.PathOf(name));
        Assert.Equal(["cat", "small dog", "bird"], Names(site));
    }

    [Fact]
    public void WithoutLabelsTheClassesAreNumbered()
    {
        using var site = new TempSite(metadata: null);
        site.Built();
        Assert.Equal(["class 0", "class 1", "class 2"], Names(site));
        Assert.Contains("class ", site.Page("site.json"));
    }

    [Theory]
    [InlineData("labels.json", "[\"cat\", ", "labels.json:2")]
    [InlineData("index.json", "{\"1\": \"cat\", \"2\": \"dog\", \"3\": \"bird\"}", "numbered 0 to 2")]
    [InlineData("labels.json", "[\"cat\", {\"dog\": 1}, \"bird\"]", "labels.json:1:9")]
    [InlineData("labels.txt", "\n\n", "there are no labels")]
    public void AFileThatIsNoneIsOneLocatedMessage(string name, string text, string says)
    {
        using var site = new TempSite(metadata: null);
        site.Write(name, text);
        Assert.Single(site.Fails(1, [name, says], "--labels", site.PathOf(name)).Errors);
    }

    private static string[] Names(TempSite site)
    {
        var json = System.Text.Json.JsonDocument.Parse(site.Page("site.json")).RootElement;
        var last = json.GetProperty("model").GetProperty("layers").EnumerateArray().Last().GetProperty("id").GetString();
        return [.. Html.Parse(site.Page($"red/{last}/index.html")).QuerySelectorAll(".maps .name").Select(name => name.TextContent)];
    }
}
