using Convscope.Core.Diagnostics;
using Convscope.Core.Texts;
using Convscope.Site.Lessons.Sources;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>Words have the forms for counts that their language asks for, by Unicode's rules.</summary>
public sealed class PluralTests
{
    /// <summary>As Unicode's own examples have it.</summary>
    [Theory]
    [InlineData("ar", "zero one two few few many many other")]
    [InlineData("ru", "many one few few many many one many")]
    [InlineData("pl", "many one few few many many many many")]
    [InlineData("zh-Hans", "other other other other other other other other")]
    [InlineData("en", "other one other other other other other other")]
    [InlineData("fr", "one one other other other other other other")]
    [InlineData("lv", "zero one other other other zero one zero")]
    [InlineData("x-unknown", "other other other other other other other other")]
    public void ACountHasItsForm(string language, string forms) =>
        Assert.Equal(forms, string.Join(' ', new long[] { 0, 1, 2, 3, 5, 11, 21, 100 }.Select(PluralRules.Of(language).FormOf)));

    [Fact]
    public void APlaceCanHaveRulesOfItsOwn()
    {
        Assert.Equal("one", PluralRules.Of("pt-BR").FormOf(0));
        Assert.Equal("other", PluralRules.Of("pt-PT").FormOf(0));
        Assert.Equal("many", PluralRules.Of("fr").FormOf("3,000,000"));
        Assert.Equal("other", PluralRules.Of("ru").FormOf("1.5"));
    }

    [Fact]
    public void EveryRuleCanBeRead()
    {
        Assert.True(PluralRules.Languages.Count() > 180);
        Assert.Equal(PluralRules.Languages.Count(), PluralRules.Languages.Distinct().Count());
        foreach (var language in PluralRules.Languages)
        {
            var rules = PluralRules.Of(language);
            var met = Enumerable.Range(0, 200).Select(count => rules.FormOf(count)).Append(rules.FormOf(1_000_000)).ToHashSet();
            Assert.Empty(rules.Forms.Except(met).Except([PluralRules.Other]));
        }
    }

    [Theory]
    [InlineData("ru", "{one: '{0} слой', few: '{0} слоя', many: '{0} слоёв', other: '{0} слоя'}",
        "0 слоёв|1 слой|2 слоя|5 слоёв|11 слоёв|21 слой")]
    [InlineData("pl", "{one: '{0} warstwa', few: '{0} warstwy', many: '{0} warstw', other: '{0} warstwy'}",
        "0 warstw|1 warstwa|2 warstwy|5 warstw|11 warstw|21 warstw")]
    [InlineData("ar", "{zero: لا طبقات, one: طبقة واحدة, two: طبقتان, few: '{0} طبقات', many: '{0} طبقة', other: '{0} طبقة'}",
        "لا طبقات|طبقة واحدة|طبقتان|\u20685\u2069 طبقات|\u206811\u2069 طبقة|\u206821\u2069 طبقة")]
    [InlineData("zh-Hans", "'{0}层'", "0层|1层|2层|5层|11层|21层")]
    [InlineData("zh-Hans", "{'=0': 没有层, other: '{0}层'}", "没有层|1层|2层|5层|11层|21层")]
    public void AWordTakesTheFormOfItsCount(string language, string word, string says)
    {
        var diagnostics = new List<Diagnostic>();
        var words = TermTests.Given(language, "words.yaml", $"language_tag: {language}\nlayers: {word}\n", diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(says, string.Join('|', new[] { 0, 1, 2, 5, 11, 21 }.Select(count => words["layers", count])));
        Assert.Equal(says, string.Join('|', new[] { 0, 1, 2, 5, 11, 21 }.Select(count => words[new Phrase("layers", count)])));
    }

    [Fact]
    public void AFormThatIsMissingIsNamedWhereItBelongs()
    {
        var found = Problems("ru", "learn: Учить\nlayers: {one: '{0} слой', few: '{0} слоя', other: '{0} слоя'}\n");
        Assert.Equal(
            "words.yaml:3:9: error CS1004: 'layers' lacks the form 'many'; this language has one, few, many, other",
            Assert.Single(found).ToString());
    }

    [Fact]
    public void AFormThatTheLanguageDoesNotHaveIsToldWithThoseThatItHas()
    {
        var found = Problems("zh", "layers: {few: '{0}层', other: '{0}层'}\n");
        Assert.Equal(
            "words.yaml:2:15: error CS1004: 'few' isn't a form of this language, which has other (and =1 for exactly 1)",
            Assert.Single(found).ToString());
    }

    [Fact]
    public void AnOwnLanguageHasItsFormsOnPagesAndInTheScript()
    {
        using var site = new TempSite();
        site.Write("content/ru/index.md", "# Сайт\n\nПривет.\n");
        site.Write("content/ru/one.md", "# Один\n\n" + string.Join(' ', Enumerable.Repeat("слово", 500)) + "\n");
        var english = File.ReadAllText(Path.Combine(Repository.Root, "templates", "words", "en.yaml"));
        site.Write("templates/words/ru.yaml", OwnWords.In(english, "ru", (form, _, many) =>
            many[0] is '\'' or '"' ? $"{many[0]}[{form}] {many[1..]}" : $"'[{form}] {many}'"));
        site.Built();
        using var page = Html.Parse(site.Page("ru/learn/one/index.html"));
        Assert.Equal("ru", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("[few] 2 minutes", page.QuerySelector(".chapter-place")!.TextContent);
        var script = Assert.Single(
            Directory.EnumerateFiles(site.Output, "words.js", SearchOption.AllDirectories).Select(File.ReadAllText),
            text => text.Contains("[few]", StringComparison.Ordinal));
        Assert.Contains("\"max_stays\":{\"few\":", script);
        Assert.Contains("\"many\":", script);
    }

    private static List<Diagnostic> Problems(string language, string text)
    {
        var diagnostics = new List<Diagnostic>();
        TermTests.Given(language, "words.yaml", $"language_tag: {language}\n{text}", diagnostics);
        return diagnostics;
    }
}
