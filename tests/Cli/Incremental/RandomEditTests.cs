using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Incremental;

/// <summary>A build is never wrong: after any edit it gives what a build from nothing gives.</summary>
public sealed class RandomEditTests
{
    private const int Edits = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void After_any_edit_a_build_equals_a_build_from_nothing_byte_for_byte(int seed)
    {
        using var site = new EditedSite();
        var edits = new RandomEdits(site, new(seed));
        var first = site.Build();
        Assert.True(first.Exit == 0, first.All);
        var (good, history) = (0, new List<string>());
        for (var i = 0; i < Edits; i++)
        {
            var (undo, before) = (site.Remember(), Tree.Of(site.Output));
            history.Add(edits.Next());
            var clean = site.Build("--no-cache", "--output", site.PathOf("clean"));
            var built = site.Build();
            var story = $"seed {seed}, edit {i}: {string.Join("; ", history.TakeLast(3))}\n{clean.All}\n{built.All}";
            Assert.True(clean.Exit == built.Exit, story);
            if (built.Exit == 0)
            {
                good++;
                Assert.True(Difference(Tree.Of(site.PathOf("clean")),
                    Tree.Of(site.Output)) is not { } route,
                        $"{Difference(Tree.Of(site.PathOf("clean")), Tree.Of(site.Output))} differs; {story}");
            }
            else
            {
                Assert.True(built.Exit == 1 && clean.Errors.Order().SequenceEqual(built.Errors.Order()), story);
                Assert.True(Difference(before, Tree.Of(site.Output)) is null, story);
                undo();
            }
        }

        // Neither all good nor all mistakes, or the edits test nothing.
        Assert.InRange(good, Edits / 2, Edits - 5);
    }

    private static string? Difference(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual) =>
        expected.Keys.Union(actual.Keys).FirstOrDefault(route => expected.GetValueOrDefault(route) != actual.GetValueOrDefault(route));
}
