using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>Whatever is wrong in a lesson is told with file, line, column and what was perhaps meant; the old site stands.</summary>
public sealed class LessonErrorTests
{
    [Theory]
    [InlineData("::: unti layer=conv\n:::", 3, 5, "CS1201", "there is no directive 'unti'; did you mean 'unit'?")]
    [InlineData("::: unit layr=conv\n:::", 3, 10, "CS1201", "'unit' has no parameter 'layr'; did you mean 'layer'?")]
    [InlineData("::: network unit=1\n:::", 3, 13, "CS1201", "'network' has no parameter 'unit'; known: id")]
    [InlineData(":::\n:::", 3, 4, "CS1201", "a directive needs its kind after the colons")]
    [InlineData("::: unit layer=cnov\n:::", 3, 16, "CS1204", "there is no layer 'cnov'; did you mean 'conv'?")]
    [InlineData("::: unit layer=conv:frist\n:::", 3, 16, "CS1204", "after 'conv:' comes first, last, or a number from 1 up, not 'frist'")]
    [InlineData("::: unit layer=conv unit=4\n:::", 3, 26, "CS1204", "'conv' has 4 units, 0 to 3; there is no unit 4")]
    [InlineData("::: unit layer=conv unit=strongst\n:::", 3, 26, "CS1204", "'conv' has no unit 'strongst'; did you mean 'strongest'?")]
    [InlineData("::: unit layer=softmax unit=dgo\n:::", 3, 29, "CS1204", "'softmax' has no unit 'dgo'; did you mean 'dog'?")]
    [InlineData("::: unit picture=rde\n:::", 3, 18, "CS1203", "there is no picture 'rde'; did you mean 'red'?")]
    [InlineData("::: unit picture=wrong:last\n:::", 3, 18, "CS1203", "after 'wrong:' comes first, or a number from 1 up, not 'last'")]
    [InlineData("::: unit at=99,1\n:::", 3, 13, "CS1202", "there is no cell 99,1")]
    [InlineData("::: unit at=strongst\n:::", 3, 13, "CS1202", "did you mean 'strongest'?")]
    [InlineData("::: unit equation=maybe\n:::", 3, 19, "CS1202", "'equation' can't be 'maybe'; known: no, yes")]
    [InlineData("::: layer units=0\n:::", 3, 17, "CS1202", "'units' must be a whole number from 1 up, not '0'")]
    [InlineData("::: unit layer=conv layer=conv\n:::", 3, 21, "CS1202", "'layer' is given twice")]
    [InlineData("::: unit conv\n:::", 3, 10, "CS1202", "'conv' should be a parameter, written conv=value")]
    [InlineData("::: unit parts=\"2\n:::", 3, 16, "CS1202", "the quotation mark isn't closed")]
    [InlineData("::: unit id=\"Not Good\"\n:::", 3, 13, "CS1202", "such as 'not-good'")]
    [InlineData("::: compare layer=conv\n:::", 3, 19, "CS1202", "'conv' mixes units")]
    [InlineData("::: kernels layer=relu\n:::", 3, 19, "CS1202", "'relu' has no kernels")]
    [InlineData("::: kernels unit=sparsest\n:::", 3, 18, "CS1202", "kernels don't depend on a picture")]
    [InlineData("::: size layer=relu\n:::", 3, 16, "CS1202", "'relu' slides no window")]
    [InlineData("::: when\n:::", 3, 5, "CS1202", "'when' needs has=... or picture=...")]
    [InlineData("::: when has=cnov\n:::", 3, 14, "CS1204", "there is no layer 'cnov'; did you mean 'conv'?")]
    [InlineData("Some :value{proability} here.", 3, 13, "CS1201", "there is no value 'proability'; did you mean 'probability'?")]
    [InlineData("Some :value{} here.", 3, 13, "CS1201", "':value' needs to be told which value")]
    [InlineData("Some :vlaue{shape} here.", 3, 6, "CS1201", "there is no directive ':vlaue' within a line; did you mean ':value'?")]
    [InlineData("Some :value{shape layer=x} here.", 3, 25, "CS1204", "there is no layer 'x'")]
    [InlineData("Some :value{layers kind=cnov}.", 3, 25, "CS1202", "there is no kind of layer 'cnov'; did you mean 'conv'?")]
    [InlineData("Some :value{weight at=9,9}.", 3, 23, "CS1202", "there is no cell 9,9")]
    [InlineData("Some [words](missing.md) here.", 3, 6, "CS1205", "there is no chapter 'missing.md'; known: lesson.md")]
    public void AMistakeIsToldWithItsPlace(string text, int line, int column, string code, string message)
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# Lesson\n\n" + text + "\n");
        var result = site.Fails(1, [message]);
        Assert.Contains($"content/en/lesson.md:{line}:{column}: error {code}: ", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("titel: x", "lesson.md:2:1: error CS1003: unknown key 'titel'; did you mean 'title'?")]
    [InlineData("order: x", "lesson.md:2:8: error CS1004: 'order' must be a number")]
    [InlineData("slug: A b",
        "lesson.md:2:7: error CS1004: 'slug' is a part of an address: lower-case letters, digits and hyphens, such as 'a-b'")]
    [InlineData("needs: [cnov]", "lesson.md:2:8: error CS1204: 'needs': there is no layer 'cnov'; did you mean 'conv'?")]
    [InlineData("title: [", "lesson.md:3:1: error CS1002")]
    public void SoIsOneInTheFrontMatter(string yaml, string message)
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", $"---\n{yaml}\n---\n\n# Lesson\n");
        site.Fails(1, [message]);
    }

    [Fact]
    public void AllMistakesOfAllChaptersAreToldAtOnce()
    {
        using var site = new TempSite();
        site.Write("content/en/a.md", "# A\n\n::: unti\n:::\n\nand :value{nothing}\n");
        site.Write("content/en/b.md", "# B\n\n::: unit picture=none\n:::\n");
        Assert.Equal(3, site.Fails(1, ["a.md:3:5", "a.md:6:12", "b.md:3:18"]).Errors.Length);
    }

    [Fact]
    public void WhatIsKnownIsNamedOnce()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# Lesson\n\n::: layer layer=something-else\n:::\n");
        site.Fails(1, ["there is no layer 'something-else'; known: ", ", concat, conv, conv-transpose, "]);
    }

    [Fact]
    public void TwoChaptersCantHaveOneAddress()
    {
        using var site = new TempSite();
        site.Write("content/en/a.md", "---\nslug: same\n---\n# A\n");
        site.Write("content/en/b.md", "---\nslug: same\n---\n# B\n");
        site.Fails(1, ["b.md: error CS1208: the address 'same' is taken by content/en/a.md too".Replace("content",
            Path.Combine(site.Folder, "content"), StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("terms:\n  - term: x\n", "glossary.yaml:2:5: error CS1004: an entry of the glossary needs 'term' and 'definition'")]
    [InlineData("terms:\n  - {term: x, definition: y, meaning: z}\n", "glossary.yaml:2:30: error CS1003: unknown key 'meaning'")]
    [InlineData("terms:\n  - {term: x, definition: y}\n  - {term: x, definition: z}\n",
        "glossary.yaml:3:12: error CS1004: two terms have the anchor 'x'")]
    public void AGlossaryIsCheckedToo(string yaml, string message)
    {
        using var site = new TempSite();
        site.Write("content/en/glossary.yaml", yaml);
        site.Fails(1, [message]);
    }

    [Fact]
    public void AMissingWordIsToldWhereATemplateAsksForIt()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# Lesson\n");
        site.Write("templates/pages/chapter.html", "<h1>x</h1>\n{{ word 'nxt' }}\n");
        site.Fails(1, ["templates/pages/chapter.html:2:4: error CS1209: the words of 'en' have no 'nxt'; add it to", "en/words.yaml"]);
    }
}
