using System.Text.Json;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Convscope.Tests.Shared;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary><c>inspect</c> says what a model is made of.</summary>
public sealed class InspectTests
{
    private static readonly string TinyVgg = Path.Combine(Repository.Root, "models", "tiny-vgg.onnx");

    [Fact]
    public void TheTableHasEveryLayerAndItsCost()
    {
        var result = Shell.Run("inspect", TinyVgg);
        Assert.True(result.Exit == 0, result.All);
        var lines = result.Output.Split('\n');
        // The first convolution: 10 units of 3 × 3 × 3 weights and a bias each, over 62 × 62 cells.
        var row = Assert.Single(lines, line => line.StartsWith("conv_1_1 ", StringComparison.Ordinal));
        Assert.Equal(["conv_1_1", "Convolution", "10 × 62 × 62", "280", "1,037,880", "3 × 3"], Cells(row));
        Assert.Contains("19,920", result.Output);
        Assert.Contains("14 explained, 0 generic", result.Output);
        Assert.Contains("NCHW", result.Output);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void NumbersAreAlignedOnTheRight()
    {
        var lines = Shell.Run("inspect", TinyVgg).Output.Split('\n');
        var end = lines.First(line => line.StartsWith("Layer", StringComparison.Ordinal)).IndexOf("Parameters", StringComparison.Ordinal)
            + "Parameters".Length;
        foreach (var number in new[] { "280", "910", "16,910" })
            Assert.Contains(lines, line => line.Length >= end && line[..end].EndsWith(" " + number, StringComparison.Ordinal));
    }

    [Fact]
    public void JsonHasADocumentedFormThatAddsUp()
    {
        var json = JsonDocument.Parse(Shell.Run("inspect", TinyVgg, "--json").Output).RootElement;
        Assert.Equal(
            ["schema", "file", "name", "sha256", "producer", "opset", "layout", "recipe", "inputs", "outputs", "output", "layers",
                "totals", "changes", "doubts"],
            json.EnumerateObject().Select(property => property.Name).ToArray());
        var layers = json.GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(
            ["id", "name", "kind", "operator", "explained", "inputs", "shape", "parameters", "multiplyAdds", "receptiveField",
                "smallestReceptiveField", "receptiveFieldAtMost"],
            layers[0].EnumerateObject().Select(property => property.Name).ToArray());
        var totals = json.GetProperty("totals");
        Assert.Equal(layers.Sum(layer => layer.GetProperty("parameters").GetInt64()), totals.GetProperty("parameters").GetInt64());
        Assert.Equal(layers.Sum(layer => layer.GetProperty("multiplyAdds").GetInt64()), totals.GetProperty("multiplyAdds").GetInt64());
        Assert.Equal(1, json.GetProperty("schema").GetInt32());
        Assert.Matches("^[0-9a-f]{64}$", json.GetProperty("sha256").GetString());
    }

    [Fact]
    public void WhatIsNotExplainedIsListed()
    {
        var result = Shell.Run("inspect", Repository.Model("unexplained"));
        Assert.Contains("Shrink *", result.Output);
        Assert.Contains("* Shrink is shown without an equation: norm", result.Output);
        Assert.Contains(" at least ", result.Output);
        Assert.Contains("multiply-adds not counted: those of 1 generic layer", result.Output);
    }

    [Fact]
    public void AnOpenSizeIsTakenFromTheOptionOrTried()
    {
        using var folder = new TempFolder();
        folder.Write("net.onnx", new ModelBuilder().Input(1, 1, -1, -1).Weights("w", 2, 1, 3, 3).Node("Conv", "image w", "conv")
            .Output("conv").Model.ToByteArray());
        Assert.Contains("2 × 222 × 222", Shell.Run("inspect", folder.PathOf("net.onnx")).Output);
        var sized = Shell.Run("inspect", folder.PathOf("net.onnx"), "--size", "12x10");
        Assert.True(sized.Exit == 0, sized.All);
        Assert.Contains("2 × 10 × 8", sized.Output);
    }

    [Theory]
    [InlineData("nowhere.onnx", "CS1001")]
    [InlineData("tests/fixtures/README.md", "CS1001")]
    public void AFileThatIsNotThereIsOneMessage(string file, string code)
    {
        var result = Shell.Run("inspect", "/nowhere/" + file);
        Assert.Equal(1, result.Exit);
        Assert.Contains(code, Assert.Single(result.Errors));
        Refusals.AreForPeople(result);
    }

    private static string[] Cells(string row) => row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public void TheLastLineIsACommandThatBuilds()
    {
        using var site = new TempSite();
        Directory.Move(Path.Combine(site.Folder, "content/images"), Path.Combine(site.Folder, "pictures"));
        var model = Path.Combine(site.Folder, "my net.onnx");
        File.Move(Path.Combine(site.Folder, "models/net.onnx"), model);
        var line = Shell.Run("inspect", model, "--scale", "1/128", "--probabilities", "none").Output.TrimEnd().Split('\n')[^1];
        Assert.Equal(
            $"to build this: convscope build --model '{model}' --images pictures --output site --scale 1/128 --probabilities none", line);
        var words = line[(line.IndexOf("convscope ", StringComparison.Ordinal) + 10)..]
            .Replace($"'{model}'", "MODEL", StringComparison.Ordinal).Split(' ')
            .Select(word => word == "MODEL" ? model : word is "pictures" or "site" ? Path.Combine(site.Folder, word) : word);
        var result = Shell.Run([.. words]);
        Assert.True(result.Exit == 0, result.All);
        Assert.True(File.Exists(Path.Combine(site.Folder, "site", "index.html")));
    }
}
