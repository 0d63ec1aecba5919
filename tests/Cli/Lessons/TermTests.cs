using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Core.Texts;
using Convscope.Site.Lessons.Sources;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>What Core says in phrases: every language that is built in has the words, and puts them together in its own order.</summary>
public sealed class TermTests
{
    private static readonly Words English = Words.English;
    private static readonly Words Chinese = Read("zh");

    /// <summary>Names of functions, modes and numbers that Chinese writes as they are.</summary>
    private static readonly HashSet<string> Same = new(StringComparer.Ordinal)
    {
        "operator_celu", "operator_elu", "operator_gelu", "operator_prelu", "operator_relu", "operator_relu6", "operator_selu",
        "operator_silu",
        "setting_alpha", "setting_beta", "setting_epsilon", "setting_gamma", "sides",
    };

    [Fact]
    public void EveryOperatorIsSaidInEveryLanguage()
    {
        var phrases = OperatorFixtures.All.SelectMany(row => Phrases((string)((object[])row)[0], (string)((object[])row)[1])).ToHashSet();
        Assert.True(phrases.Count > 150);
        foreach (var phrase in phrases)
        {
            Assert.True(English[phrase].Length > 0, $"{phrase.Key} says nothing");
            Assert.True(Chinese[phrase] != English[phrase] || phrase.Key is Phrase.AsItIsKey
                || Same.Contains(phrase.Key), $"{phrase} is the same in Chinese");
        }
    }

    [Fact]
    public void ListsAndNumbersArePutTogether()
    {
        var kept = Phrase.List([new("units_from_to", 2, 5), new("columns_in_steps", 0, 7, 2)]);
        Assert.Equal("units 2 to 5, columns 0 to 7 in steps of 2", English[kept]);
        Assert.Equal("单元2到5、第0到7列，间隔2", Chinese[kept]);
        var made = Phrase.List([new("module_times", 3, new Phrase("operator_conv")), new("operator_add"),
            Phrase.Name("com.example.Fancy")]);
        Assert.Equal("3 × convolution, addition, com.example.Fancy", English[made]);
        Assert.Equal("3 × 卷积、相加、com.example.Fancy", Chinese[made]);
    }

    [Fact]
    public void AHeadingBeginsWithACapitalUnlessItIsAName()
    {
        Assert.Equal("Max pooling", English.Heading(new("operator_max_pool")));
        Assert.Equal("cosine", English.Heading(Phrase.Name("cosine")));
        Assert.Equal("最大池化", Chinese.Heading(new("operator_max_pool")));
    }

    [Fact]
    public void OfMoreThanOneTheWholePhraseIsInThePlural()
    {
        var phrase = new Phrase("module_and_pooling", new Phrase("module_separable_convolution"));
        Assert.Equal("separable convolution and pooling", English.Counted(phrase, 1));
        Assert.Equal("separable convolutions and pooling", English.Counted(phrase, 3));
    }

    [Fact]
    public void AWordThatALanguageLacksIsNamedWithItsFile()
    {
        var words = Words.None("ru", "content/ru/words.yaml");
        var problem = Assert.Single(Assert.Throws<DiagnosticException>(() => words[new Phrase("operator_conv")]).Diagnostics);
        Assert.Equal("content/ru/words.yaml", problem.Span?.Path);
        Assert.Contains("'operator_conv'", problem.Message);
    }

    internal static Words Read(string language)
    {
        var file = $"{language}.yaml";
        return Given(language, file, File.ReadAllText(Path.Combine(Repository.Root, "templates", "words", file)), []);
    }

    internal static Words Given(string language, string file, string text, List<Diagnostic> diagnostics) =>
        Words.None(language, file).With(text, file, diagnostics);

    private static IEnumerable<Phrase> Phrases(string fixture, string name)
    {
        using var model = OperatorFixtures.Model(fixture, name).Load();
        foreach (var op in model.Network.Layers.Select(layer => layer.Operator).Where(op => op is not Unexplained))
        {
            yield return op.Title;
            foreach (var setting in op.Settings)
            {
                yield return setting.Name;
                yield return setting.Value;
            }

            if (op is UnitFunction function)
            {
                yield return function.Meaning;
                yield return function.Formula;
            }

            if (op is Normalisation normalisation) yield return normalisation.Origin;
        }
    }
}
