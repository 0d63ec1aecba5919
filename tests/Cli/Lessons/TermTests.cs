using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Core.Operators;
using Convscope.Site.Lessons.Sources;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>What the network's own vocabulary is called in Chinese: operators, their settings, what they mean.</summary>
public sealed partial class TermTests
{
    /// <summary>Names that are the same in Chinese.</summary>
    private static readonly HashSet<string> Same = new(StringComparer.Ordinal)
    {
        "ReLU", "ReLU6", "PReLU", "ELU", "SELU", "CELU", "GELU", "SiLU", "Mish", "Tanh", "tanh", "Sigmoid", "Swish", "Softmax",
            "LogSoftmax", "Softplus", "Softsign",
        "PyTorch", "TensorFlow", "alpha", "beta", "gamma", "epsilon", "min", "max", "CRD", "DCR", "slope",
    };

    private static readonly Words Chinese = Read();

    [Fact]
    public void EveryOperatorHasItsTerms()
    {
        var english = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in OperatorFixtures.All)
        {
            var (fixture, name) = ((string)((object[])row)[0], (string)((object[])row)[1]);
            using var model = OperatorFixtures.Model(fixture, name).Load();
            foreach (var op in model.Network.Layers.Select(layer => layer.Operator).Where(op => op is not Unexplained))
            {
                english.UnionWith([op.Title, .. op.Settings.SelectMany(setting => new[] { setting.Key, setting.Value })]);
                if (op is UnitFunction function) english.Add(function.Meaning);
                if (op is Normalisation normalisation) english.Add(normalisation.Origin);
            }
        }

        Assert.Equal("", string.Join("; ", english.Where(term =>
            Latin().Matches(Chinese.Term(term)).Any(word => !Same.Contains(word.Value)))));
    }

    [Theory]
    [InlineData("units 2 to 5; columns 0 to 7 in steps of 2", "单元2到5、第0到7列，间隔2")]
    [InlineData("convolution, ReLU, max pooling", "卷积、ReLU、最大池化")]
    [InlineData("3 × convolution, addition", "3 × 卷积、相加")]
    [InlineData("com.example.Fancy", "com.example.Fancy")]
    public void ListsAndNumbersArePutTogether(string english, string chinese) => Assert.Equal(chinese, Chinese.Term(english));

    private static Words Read()
    {
        var diagnostics = new List<Diagnostic>();
        var words = Words.None("zh", "zh.yaml")
            .With(File.ReadAllText(Path.Combine(Repository.Root, "templates", "words", "zh.yaml")), "zh.yaml", diagnostics);
        Assert.Empty(diagnostics);
        return words;
    }

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]+")]
    private static partial Regex Latin();
}
