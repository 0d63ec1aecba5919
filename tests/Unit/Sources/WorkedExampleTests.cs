using System.Text.RegularExpressions;
using Convscope.Tests.Unit.Inference;

namespace Convscope.Tests.Unit.Sources;

/// <summary>The operator that the architecture works out is the one that is built here: its blocks are the files, letter for
/// letter.</summary>
public sealed partial class WorkedExampleTests
{
    private static readonly string Root = Fixture.PathOf("../../..");

    [Fact]
    public void The_worked_operator_is_the_one_that_is_there()
    {
        var text = File.ReadAllText(Path.Combine(Root, "generator", "ARCHITECTURE.md"));
        var blocks = Block().Matches(text).ToDictionary(block => block.Groups["file"].Value, block => block.Groups["text"].Value);
        Assert.Contains("generator/Convscope.Core/Operators/Tile.cs", blocks.Keys);
        Assert.Contains("tests/Operators/TileFixture.cs", blocks.Keys);
        Assert.All(Directory.EnumerateFiles(Path.Combine(Root, "templates/widgets/tile"))
            .Select(file => "templates/widgets/tile/" + Path.GetFileName(file)),
            file => Assert.Contains(file, blocks.Keys));
        foreach (var (file, block) in blocks) Assert.Equal(File.ReadAllText(Path.Combine(Root, file)), block);
    }

    [GeneratedRegex(@"^\d?\.? *`(?<file>[\w./]+)`[^\n]*\n\n```\w+\n(?<text>.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
