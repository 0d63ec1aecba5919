using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>What a lesson becomes: pages, figures, live numbers, in the model's own terms.</summary>
public sealed class LessonTests
{
    private const string EveryFigure = """
        ::: overview
        :::
        ::: unit
        :::
        ::: unit layer=relu at=lowest
        :::
        ::: unit layer=pool
        :::
        ::: unit layer=flatten unit=0
        :::
        ::: unit layer=dense:last unit=0
        :::
        ::: unit layer=last
        :::
        ::: unit layer=input unit=0
        :::
        ::: layer
        :::
        ::: kernels
        :::
        ::: kernels unit=0
        :::
        ::: compare
        :::
        ::: pictures pictures=most-certain,least-certain
        :::
        ::: responses
        :::
        ::: softmax
        :::
        ::: network
        :::
        ::: confusion
        :::
        ::: dead-units
        :::
        ::: picture
        :::
        ::: size
        :::
        ::: playground
        :::
        """;

    [Theory]
    [InlineData("small")]
    [InlineData("residual")]
    [InlineData("grey")]
    [InlineData("wide")]
    [InlineData("hidden")]
    [InlineData("sigmoid")]
    [InlineData("unexplained")]
    [InlineData("infinite")]
    public void EveryFigureWorksWithAnyModel(string model)
    {
        using var site = new TempSite(model, metadata: null);
        site.Write("content/en/lesson.md", "# All\n\n" + EveryFigure);
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        Assert.Equal(21, page.QuerySelectorAll("figure.figure").Length);
        Assert.Empty(EquationChecker.Check(page));
        Assert.Empty(new Crawl(site.Output).Problems);
    }

    [Fact]
    public void EveryFigureHasAnAnchorAPageOfItsOwnAndAnAlternative()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# All\n\n" + EveryFigure);
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        foreach (var figure in page.QuerySelectorAll("figure.figure")
            .Where(figure => figure.QuerySelector("[data-copy-embed]") is not null))
        {
            using var embed = Html.Parse(site.Page($"embed/lesson/{figure.Id}/index.html"));
            Assert.Equal(figure.QuerySelectorAll("data").Select(data => data.TextContent), embed.QuerySelectorAll("data")
                .Select(data => data.TextContent));
            Assert.Empty(EquationChecker.Check(embed));
            Assert.All(figure.QuerySelectorAll(".fig-frame img"), image => Assert.Matches("[0-9]", image.GetAttribute("alt")!));
        }
    }

    [Fact]
    public void TheStrongestCellOfAUnitIsTheOneThatItsPageShows()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md",
            "# One\n\n::: unit layer=conv unit=2 picture=blue\n:::\n\nIt is :value{cell layer=conv unit=2 picture=blue} at :value{place layer=conv unit=2 picture=blue}.\n");
        site.Built();
        using var unit = Html.Parse(site.Page("blue/conv/2/index.html"));
        using var lesson = Html.Parse(site.Page("learn/lesson/index.html"));
        var wanted = unit.QuerySelector("[data-equation] .y")!;
        Assert.Equal(wanted.GetAttribute("value"), lesson.QuerySelector("[data-equation] .y")!.GetAttribute("value"));
        Assert.Equal(wanted.GetAttribute("value"), lesson.QuerySelector("p > data.live")!.GetAttribute("value"));
        var (row, column) = (unit.QuerySelector("[data-place=row]")!.TextContent, unit.QuerySelector("[data-place=column]")!.TextContent);
        Assert.Contains($"at ({row}, {column}).", lesson.Body!.TextContent);
        Assert.NotNull(lesson.QuerySelector($"figure a[href='../../blue/conv/2/index.html#y={row}&x={column}']"));
    }

    [Fact]
    public void ARoleThatTheModelLacksBecomesASentence()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md",
            "# One\n\n::: unit layer=batch-norm\n:::\n\n::: unit layer=conv:9\n:::\n\nShape: :value{shape layer=concat:2}.\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        Assert.All(page.QuerySelectorAll("figure"), figure =>
            Assert.Equal("This network has no such layer.", figure.QuerySelector(".figure-body")!.TextContent.Trim()));
        Assert.Contains("Shape: (none here).", page.Body!.TextContent);
    }

    [Fact]
    public void AChapterIsLeftOutWhereTheModelLacksWhatItNeeds()
    {
        using var site = new TempSite();
        site.Write("content/en/a.md", "---\nneeds: [batch-norm]\n---\n# A\n\n::: unit layer=no_such_layer\n:::\n");
        site.Write("content/en/b.md", "---\nneeds: [conv, model:net]\n---\n# B\n\nSee [the chapter A](a.md).\n");
        site.Write("content/en/c.md", "---\nneeds: model:other\n---\n# C\n");
        site.Built();
        Assert.False(File.Exists(site.PathOf("output/learn/a/index.html")));
        Assert.False(File.Exists(site.PathOf("output/learn/c/index.html")));
        using var page = Html.Parse(site.Page("learn/b/index.html"));
        Assert.Contains("See the chapter A.", page.Body!.TextContent);
    }

    [Fact]
    public void PartsOfATextDependOnTheModelAndThePictures()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", """
            # One

            ::: when has=conv
            with conv
            :::
            ::: when has=batch-norm
            with norm, :value{this is never read}
            :::
            ::: unless has=model:other
            not other
            :::
            ::: when picture=wrong:first
            one is wrong
            :::
            ::: unless picture=wrong:first
            none is wrong
            :::
            """);
        site.Built();
        var text = Html.Parse(site.Page("learn/lesson/index.html")).QuerySelector(".chapter-text")!.TextContent;
        Assert.Equal(["with conv", "not other", "none is wrong"],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("small", "", "colours bias 1")]
    [InlineData("small", "input: {channels: BGR}\n", "colours bias 1")]
    [InlineData("small", "layers: {conv: {module: block 1}}\n", "colours bias bands 1")]
    [InlineData("small", "labels: [cat, dog, bird]\n", "colours bias known 1 2")]
    [InlineData("grey", "", "bias 1")]
    [InlineData("hidden", "", "1")]
    public void WhatATextAsksOfANetworkIsFoundOut(string model, string metadata, string expected)
    {
        using var site = new TempSite(model, metadata);
        site.Write("content/images/images.yaml", "images:\n  - {file: red.png, label: cat}\n  - file: blue.png\n");
        site.Write("content/en/lesson.md", """
            # One

            ::: when has=colours
            ## colours
            :::
            ::: when has=bias
            ## bias
            :::
            ::: when has=modules
            ## modules
            :::
            ::: when has=bands
            ## bands
            :::
            :::: when picture=known
            ## known
            ::: question
            :value{label picture=known}?
            :::
            ::::
            ::: question
            Last?
            :::
            """);
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        var headings = page.QuerySelectorAll(".chapter-text h2").Select(heading => heading.TextContent).ToArray();
        Assert.Equal(expected, string.Join(' ', [.. headings, .. page.QuerySelectorAll(".question").Select((_, i) => $"{i + 1}")]));
        Assert.Equal(headings.Length > 1 ? headings : [], page.QuerySelectorAll(".contents a").Select(link => link.TextContent));
        Assert.All(page.QuerySelectorAll(".question-name").Select((name, i) => (name, i)), question =>
            Assert.Equal($"Question {question.i + 1}", question.name.TextContent));
    }

    [Fact]
    public void MapsOfSeveralPicturesShareAScaleOnlyWhereItIsTheirs()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md",
            "# One\n\n::: pictures layer=conv\n:::\n\n::: pictures layer=input unit=0\n:::\n\n::: layer layer=conv picture=next\n:::\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        var figures = page.QuerySelectorAll("figure.figure");
        Assert.Equal([2, 1, 1], figures.Select(figure => figure.QuerySelectorAll(".fig-scale").Length));
        string[] High(int figure) => [.. figures[figure].QuerySelectorAll(".fig-scale data:last-of-type").Select(high => high.TextContent)];
        Assert.NotEqual(High(0)[0], High(0)[1]);
        Assert.Equal(High(2)[0], High(0)[1]);
    }

    [Fact]
    public void NumbersAreWhatCanBeReadOffTheFigures()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md",
            "# One\n\n::: softmax\n:::\n\n:value{lead} :value{probability} :value{probability rank=2} :value{reads layer=conv} :value{place layer=conv at=last} :value{field layer=last}\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        var numbers = page.QuerySelectorAll("p > data.live").Select(number => number.TextContent.TrimEnd('%', ' ')).ToArray();
        decimal Number(int i) => decimal.Parse(numbers[i], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Number(1) - Number(2), Number(0));
        Assert.Equal("3", numbers[3]);
        Assert.Equal(["9", "9"], numbers[4..6]);
        Assert.Equal(["12", "12"], numbers[6..8]);
    }

    [Fact]
    public void ChaptersAreInOrderWithContentsNeighboursAndReadingTime()
    {
        using var site = new TempSite();
        site.Write("content/en/b.md", "---\norder: 1\ntitle: First & foremost\ndescription: Of <b>.\n---\n\n## One\n\n## Two {#two}\n\n"
            + string.Join(' ', Enumerable.Repeat("word", 400)) + "\n");
        site.Write("content/en/a.md", "---\norder: 2\n---\n\n# Second\n\n[back](b.md#two), [site](/network/index.html)\n");
        site.Built();
        using var contents = Html.Parse(site.Page("learn/index.html"));
        Assert.Equal(["1. First & foremost", "2. Second", "3. Playground"], contents.QuerySelectorAll(".chapters-list strong")
            .Select(title => title.TextContent));
        using var first = Html.Parse(site.Page("learn/b/index.html"));
        Assert.Equal("Chapter 1 of 2 · 2 minutes", first.QuerySelector(".chapter-place")!.TextContent);
        Assert.Equal(["#one", "#two"], first.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")));
        Assert.Equal("../../learn/a/index.html", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        using var second = Html.Parse(site.Page("learn/a/index.html"));
        Assert.Equal("Second", second.QuerySelector("h1")!.TextContent);
        Assert.Equal(["../../learn/b/index.html#two", "../../network/index.html"], second.QuerySelectorAll(".chapter-text a")
            .Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void AQuestionHidesItsAnswer()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md",
            "# One\n\n::: question\nHow many?\n\nThere are :value{parameters}.\n:::\n\n::: question\nTwo\n\nblocks?\n\n---\n\nYes.\n:::\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        var questions = page.QuerySelectorAll("section.question");
        Assert.Equal(["Question 1", "Question 2"], questions.Select(question => question.QuerySelector(".question-name")!.TextContent));
        Assert.Matches("There are [0-9]+\\.", questions[0].QuerySelector("details.answer")!.TextContent);
        Assert.Equal("Yes.", questions[1].QuerySelector("details p")!.TextContent);
        Assert.Equal(2, questions[1].QuerySelectorAll(":scope > p:not(.question-name)").Length);
    }

    [Fact]
    public void ATermIsExplainedWhereItIsFirstUsed()
    {
        using var site = new TempSite();
        site.Write("content/en/glossary.yaml",
            "terms:\n  - {term: map, also: maps, definition: A <grid>.}\n  - {term: activation map, definition: What a unit gives.}\n");
        site.Write("content/en/lesson.md",
            "# Map\n\n## A map\n\nRoadmap, [map](lesson.md) and `map`: an *Activation map* and Maps, a map.\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        Assert.Equal(["Activation map", "Maps"], page.QuerySelectorAll("dfn.term a").Select(link => link.TextContent));
        var definition = page.GetElementById(page.QuerySelectorAll("dfn.term a")[1].GetAttribute("aria-describedby")!)!;
        Assert.Equal("A <grid>.", definition.TextContent);
        using var glossary = Html.Parse(site.Page("learn/glossary/index.html"));
        Assert.NotNull(glossary.QuerySelector("dt#activation-map"));
    }

    [Fact]
    public void ATermMayGoOnOnTheNextLine()
    {
        using var site = new TempSite();
        site.Write("content/en/glossary.yaml",
            "terms:\n  - {term: map, definition: A grid.}\n  - {term: global average pooling, definition: A mean.}\n  - {term: dense layer, definition: Sums.}\n");
        site.Write("content/en/lesson.md",
            "# One\n\nFirst **global average\npooling** of a\nmap, and a dense  \nlayer. A dense\nlayers is another word.\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/lesson/index.html"));
        Assert.Equal(["global average pooling", "map"], page.QuerySelectorAll("dfn.term a").Select(link => link.TextContent));
        Assert.Equal("global average pooling", page.QuerySelector("strong > dfn > a")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".chapter-text br"));
    }

    [Fact]
    public void ChaptersInAnotherLanguageStandBesideTheirTwins()
    {
        using var site = new TempSite();
        site.Write("content/en/one.md", "# One\n\n## Part {#part}\n");
        site.Write("content/zh/one.md", "# 一\n\n## 部分 {#part}\n\n" + new string('字', 800) + "\n\n::: unit layer=conv\n:::\n");
        var words = File.ReadAllText(Path.Combine(Repository.Root, "templates/words/en.yaml"));
        site.Write("content/zh/words.yaml", OwnWords.In(words, "zh-Hans")
            .Replace("unit_number: unit {0}\n", "unit_number: '{0} 号单元'\n", StringComparison.Ordinal));

        site.Built("--base-url", "https://example.org/x");
        using var english = Html.Parse(site.Page("learn/one/index.html"));
        using var chinese = Html.Parse(site.Page("zh/learn/one/index.html"));
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("zh-Hans", chinese.DocumentElement.GetAttribute("lang"));
        Assert.Equal("https://example.org/x/zh/learn/one/", english.QuerySelector("link[hreflang=zh-Hans]")!.GetAttribute("href"));
        Assert.Equal("../../../learn/one/index.html", chinese.QuerySelector(".languages a[lang=en]")!.GetAttribute("href"));
        Assert.NotNull(chinese.GetElementById("part"));
        Assert.Contains("2 minutes", chinese.QuerySelector(".chapter-place")!.TextContent);
        Assert.Contains("号单元", chinese.QuerySelector("figure")!.TextContent);
        Assert.Empty(new Crawl(site.Output, "https://example.org/x").Problems);
    }

    [Fact]
    public void TheLessonIsTheSameWhateverTheNumberOfThreads()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# All\n\n" + EveryFigure);
        site.Built("--jobs", "1");
        var one = Tree.Of(site.Output);
        site.Built("--jobs", "4", "--no-cache");
        Assert.Equal(one, Tree.Of(site.Output));
    }

    [Fact]
    public void AnEditOfAChapterIsSeen()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# One\n\nbefore\n");
        site.Built();
        site.Write("content/en/lesson.md", "# One\n\nafter\n\n::: unit\n:::\n");
        site.Built();
        var edited = Tree.Of(site.Output);
        Assert.Contains("after", site.Page("learn/lesson/index.html"));
        site.Built("--no-cache");
        Assert.Equal(Tree.Of(site.Output), edited);
    }

    [Fact]
    public void HostileFrontMatterStaysText()
    {
        const string Attack = "\\\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ site.title }}";
        using var site = new TempSite();
        site.Write("content/en/lesson.md",
            $"---\ntitle: \"{Attack}\"\ndescription: \"{Attack}\"\n---\n\n## {Attack} x\n\n::: unit\n<b onclick=x>y</b>\n:::\n");
        site.Write("content/site.yaml", TempSite.Config + "html: false\n");
        site.Built();
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            Assert.Empty(page.QuerySelectorAll("[onerror], [onclick], [src=x]"));
        }
    }

    [Fact]
    public void HtmlOfTheOwnersIsKeptUnlessItIsTurnedOff()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# One\n\nA <kbd>key</kbd>.\n");
        site.Built();
        Assert.Contains("<kbd>key</kbd>", site.Page("learn/lesson/index.html"));
        site.Write("content/site.yaml", TempSite.Config + "html: false\n");
        site.Built();
        Assert.Contains("&lt;kbd&gt;", site.Page("learn/lesson/index.html"));
    }
}
