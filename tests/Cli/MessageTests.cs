using System.Text.Json;
using Convscope.Core.Texts;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>Messages that were once no help: each names the line that is to be changed, and what to do.</summary>
public sealed class MessageTests
{
    private const string Escapes = "a\u001b[2J\u009b31m\u0007\u202e\u2066b\r\nc";

    [Theory]
    [InlineData("images", "1e999", "there is no folder of pictures '1e999'")]
    [InlineData("model", "nowhere.onnx", "there is no model 'nowhere.onnx'")]
    [InlineData("content", "contnet/en", "'content': there is no folder 'contnet/en'")]
    [InlineData("static", "files", "'static': there is no folder 'files'")]
    [InlineData("templates", "tempaltes", "'templates': there is no folder 'tempaltes'")]
    public void APathThatTheConfigurationNames(string key, string path, string says)
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", $"title: Small\n{(key == "model" ? "" : "model: models/net.onnx\n")}{key}: {path}\n");
        var line = Assert.Single(site.Fails(1, ["CS1001"]).Errors);
        Assert.Contains($"site.yaml:{(key == "model" ? 2 : 3)}:{key.Length + 3}: error", line, StringComparison.Ordinal);
        Assert.Contains(says.Replace(path, key is "images" or "model" ? site.PathOf(path) : path, StringComparison.Ordinal), line,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("images")]
    [InlineData("content")]
    [InlineData("output")]
    public void APathThatIsEmpty(string key)
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", $"title: Small\n{key}: \"\"\n");
        Assert.Contains(site.Fails(1, ["site.yaml:2:", $"'{key}' must be a path, but is empty"]).Errors, line =>
            line.Contains("CS1004", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("images: []\n")]
    public void AListOfNoPictures(string list)
    {
        using var site = new TempSite();
        site.Write("content/images/images.yaml", list);
        Assert.Single(site.Fails(1,
            ["images/images.yaml: error CS1303", "this lists no pictures; add 'images:' with an entry such as '- file: blue.png'",
                "delete the file to take every picture"]).Errors);
    }

    /// <summary>An option that takes a text says so when it is given and empty; no folder is called nothing.</summary>
    [Fact]
    public void EveryOptionThatIsEmpty()
    {
        using var site = new TempSite();
        using var cancel = new CancellationTokenSource();
        var root = Convscope.Cli.App.Commands(TextWriter.Null, TextWriter.Null, isRedirected: true, cancel.Token);
        var count = 0;
        foreach (var command in root.Subcommands.SelectMany(command => command.Subcommands.Prepend(command)))
        {
            var parents = command.Parents.Where(parent => parent != root).Select(parent => parent.Name);
            foreach (var option in command.Options.Where(option =>
                option.ValueType != typeof(bool) && option.Arity.MinimumNumberOfValues > 0))
            {
                var result = Shell.Run([.. parents, command.Name, .. command.Arguments.Select(_ => site.PathOf("x")), option.Name, ""]);
                Assert.True(result.Exit == 2, $"{command.Name} {option.Name}: {result.Exit} {result.All}");
                Assert.Contains(result.Errors, line => line.Contains(option.Name, StringComparison.Ordinal)
                    || line.Contains("there is no lesson in ''", StringComparison.Ordinal));
                count++;
            }

            foreach (var _ in command.Arguments)
                Assert.Equal(2, Shell.Run([.. parents, command.Name, .. command.Arguments.Select(_ => "")]).Exit);
        }

        Assert.InRange(count, 40, 200);
        Assert.False(Directory.Exists(site.PathOf("x")));
    }

    [Fact]
    public void NoControlCharacterReachesTheTerminal()
    {
        using var site = new TempSite();
        var quoted = JsonSerializer.Serialize(Escapes);
        var model = new ModelBuilder().Input(1, 3, 6, 7).Weights("w", 4, 3, 1, 1).Node("Conv", "image w", Escapes)
            .Node("Relu", Escapes, "relu").Output("relu").Model;
        model.ProducerName = Escapes;
        site.Write("odd.onnx", model.ToByteArray());
        site.Write("content/site.yaml", TempSite.Config + $"{quoted}: 1\nbase_url: {quoted}\n");
        site.Write("content/images/images.yaml", $"images:\n  - file: {quoted}\n");
        CliResult[] results =
        [
            Shell.Run("inspect", site.PathOf("odd.onnx")), Shell.Run("inspect", Escapes),
                Shell.Run("inspect", site.PathOf("odd.onnx"), "--json"), site.Build(), site.Build("--log-format", "github"),
            site.Build("--log-format", "json"), site.Build("--model", Escapes), Shell.Run(Escapes), Shell.Run("build", "--" + Escapes),
                Shell.Run("build", "--preprocess", Escapes), Shell.Run("check", Escapes),
        ];
        Assert.All(results, result =>
            Assert.DoesNotContain(result.All.Replace(Environment.NewLine, "", StringComparison.Ordinal), VisibleText.IsCommand));
        Assert.Contains(@"a\u001b[2J\u009b31m\u0007\u202e\u2066b", site.Build().Error, StringComparison.Ordinal);
        Assert.Equal(site.Build().Errors.Length,
            site.Build("--log-format", "json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void AMessageOfAnEndlessTextIsCut()
    {
        using var site = new TempSite();
        var endless = new string('x', 100_000);
        site.Write("content/site.yaml", TempSite.Config + $"base_url: {endless}\nlimits: {{units: {endless}}}\n\"k{endless[..900]}\": 1\n");
        Assert.All(site.Fails(1, ["unknown key 'kxxx", "must start with https:// or http://, but is 'xxx"]).Errors, line =>
            Assert.InRange(line.Length, 20, VisibleText.LongestLine + 200));
        Assert.All(Shell.Run("build", "--base-url", endless, "--probabilities", endless).Errors, line =>
            Assert.InRange(line.Length, 20, VisibleText.LongestLine + 200));
    }

    /// <summary>The parser allows some that its renderer doesn't.</summary>
    [Theory]
    [InlineData(90)]
    [InlineData(126)]
    [InlineData(400)]
    public void ATextThatIsNestedTooDeeply(int depth)
    {
        using var site = new TempSite();
        site.Write("content/en/one.md", $"# One\n\n{string.Concat(Enumerable.Repeat("> ", depth))}deep\n");
        var result = site.Build();
        Assert.InRange(result.Exit, 0, 1);
        if (result.Exit == 1)
            Assert.Contains("one.md: error CS1206: the text is nested too deeply", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesThatWindowsCannotHave()
    {
        using var site = new TempSite();
        string[] names = ["con", "nul.x", "AUX", "com1", "lpt0", "prn "];
        foreach (var name in names) site.Write($"content/images/{name}.png", Pictures.Png(12, 12, 9, 8, 7));
        site.Write("content/en/aux.md", "# Aux\n\nText.\n");
        site.Write("content/en/nul.md", "---\nslug: com3\n---\n\n# Nul\n\nText.\n");
        Assert.Contains("'slug' is a part of an address: lower-case letters, digits and hyphens, such as 'com3-nul-chapter'",
            Assert.Single(site.Build().Errors), StringComparison.Ordinal);
        site.Write("content/en/nul.md", "# Nul\n\nText.\n");
        site.Built();
        Assert.All(
            Directory.EnumerateFileSystemEntries(site.Output, "*", SearchOption.AllDirectories),
            entry => Assert.True(Core.Planning.WindowsNames.IsPossible(Path.GetFileName(entry)), entry));
        Assert.True(File.Exists(site.PathOf("output/con-picture/index.html")));
        Assert.True(File.Exists(site.PathOf("output/learn/aux-chapter/index.html")));
    }

    [Theory]
    [InlineData("con.txt")]
    [InlineData("inner/Aux")]
    [InlineData("a:b.txt")]
    [InlineData("trailing.")]
    [InlineData("trailing ")]
    [InlineData("what?.txt")]
    public void AStaticFileThatWindowsCannotHave(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        using var site = new TempSite();
        site.Write("content/static/" + name, "text");
        Assert.Single(site.Fails(1, [$"content/static/{name}: error CS1505: Windows can't have a file or folder of this name"]).Errors);
    }
}
