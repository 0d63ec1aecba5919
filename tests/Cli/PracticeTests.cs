using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Exercises and worksheets of the default site, as they stand without JavaScript.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class PracticeTests(DefaultSite site)
{
    [Theory]
    [InlineData("")]
    [InlineData("zh/")]
    public void EveryKindHasAnExerciseWithItsAnswer(string language)
    {
        using var page = Html.Open(site.PathOf(language + "practice/index.html"));
        Assert.Equal(["conv", "relu", "max-pool", "dense", "softmax", "size", "parameters"],
            page.QuerySelectorAll(".exercise").Select(section => section.Id));
        Assert.All(page.QuerySelectorAll(".exercise"), section =>
        {
            Assert.NotEmpty(section.QuerySelectorAll("details .steps li"));
            Assert.NotNull(section.QuerySelector("details data"));
        });
        Assert.Equal(12, page.QuerySelectorAll(".sheets a").Length);
    }

    [Fact]
    public void NoQuestionOfTheNetworksCellsStandsOnTwoWorksheets()
    {
        string[] grids = [.. Enumerable.Range(1, 12).SelectMany(number =>
        {
            using var page = Html.Open(site.PathOf($"practice/worksheet/{number}/index.html"));
            Assert.Equal(14, page.QuerySelectorAll(".worksheet .task").Length);
            Assert.Equal(14, page.QuerySelectorAll(".key li > strong").Length);
            return page.QuerySelectorAll(".key .answers > li").Take(8).Select(answer => answer.TextContent).ToArray();
        })];
        Assert.Equal(grids.Length, grids.Distinct().Count());
    }

    [Fact]
    public void AChapterLeadsToWhatCanBePractisedOfIt()
    {
        using var page = Html.Open(site.PathOf("learn/hyperparameters/index.html"));
        Assert.Equal(["../../practice/index.html#size", "../../practice/index.html#parameters"],
            page.QuerySelectorAll(".practise a").Select(link => link.GetAttribute("href")));
        Assert.Null(page.QuerySelector(".page-code"));
    }

    [Fact]
    public void ListsShowPictures()
    {
        using var learn = Html.Open(site.PathOf("learn/index.html"));
        Assert.True(learn.QuerySelectorAll(".chapters-list img").Length > 12);
        using var kernels = Html.Open(site.PathOf("layers/index.html"));
        Assert.All(kernels.QuerySelectorAll(".list li"), layer => Assert.NotEmpty(layer.QuerySelectorAll("img")));
    }
}
