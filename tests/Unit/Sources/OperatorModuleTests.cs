using Convscope.Tests.Unit.Inference;

namespace Convscope.Tests.Unit.Sources;

/// <summary>What an operator is stands in its own file: nobody else asks of what type it is, or what it is called.</summary>
public sealed class OperatorModuleTests
{
    private static readonly string Root = Fixture.PathOf("../../..");

    /// <summary>
    /// What reads files knows nodes by their ONNX type: the importer's passes over several nodes, what exporters call a node, what draws
    /// random numbers, what brings a vector to length 1.
    /// </summary>
    private static readonly string[] KnowNodes =
    [
        "Importing/Steps/", "Importing/KnownOperators.cs", "Importing/Permutation.cs", "Meaning/OutputHead.cs",
        "Naming/ModulePath.cs", "Reading/LayoutGuess.cs", "Reading/RandomNodes.cs", "Rewriting/",
    ];

    [Fact]
    public void Nobody_tests_the_type_of_an_operator() =>
        Assert.Equal("", Found(CodeFiles().Where(file => !file.Contains("/Operators/", StringComparison.Ordinal)),
            OperatorQuestions.OfCode));

    [Fact]
    public void Only_what_reads_nodes_names_their_types() => Assert.Equal("", Found(
        CodeFiles().Where(file => file.Contains("/Convscope.Inference/", StringComparison.Ordinal) && !KnowNodes.Any(file.Contains)),
            OperatorQuestions.OnnxTypesIn));

    [Fact]
    public void No_template_compares_a_kind() =>
        Assert.Equal("", Found(Directory.EnumerateFiles(Path.Combine(Root, "templates"), "*.html", SearchOption.AllDirectories),
            OperatorQuestions.OfTemplate));

    [Fact]
    public void No_script_outside_an_operators_folder_names_a_kind() => Assert.Equal("", Found(
        Directory.EnumerateFiles(Path.Combine(Root, "templates"), "*.js", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/templates/widgets/", StringComparison.Ordinal)), OperatorQuestions.OfScript));

    [Theory]
    [InlineData("if (layer.Operator is Conv conv) return;")]
    [InlineData("layer => layer.Operator is not Flatten")]
    [InlineData("layer.Operator is not (Conv or Pool)")]
    [InlineData("        Softmax => OutputKind.Shares,")]
    [InlineData("        UnitFunction function when place.Explanation is not null => Plot(function, place),")]
    [InlineData("var conv = choice.Layer?.Operator as Conv;")]
    [InlineData("layers.OfType<Dense>()")]
    [InlineData("Estimate(conv, (BatchNorm)norm.Operator)")]
    [InlineData("{ Kind: var kind } when kind.Contains(\"pool\", StringComparison.Ordinal) => LayerRole.Pool,")]
    [InlineData("layer.Operator.Kind != \"concat\"")]
    [InlineData("scope.OfKind(\"dense\")")]
    [InlineData("arguments.Layer(\"conv:first\")")]
    public void A_planted_question_is_found(string line) => Assert.Single(OperatorQuestions.OfCode(line));

    [Theory]
    [InlineData("/// <summary>Whether it is Conv or Pool.</summary>")]
    [InlineData("layer.Operator is IHasKernels { InputsPerGroup: 1 }")]
    [InlineData("throw new(\"this is Conv\");")]
    [InlineData("text is not null || Max.Equals(other)")]
    public void Another_line_is_none(string line) => Assert.Empty(OperatorQuestions.OfCode(line));

    [Fact]
    public void A_planted_type_or_kind_is_found()
    {
        Assert.Single(OperatorQuestions.OnnxTypesIn("private static readonly HashSet<string> Unary = [\"Relu\", \"Celu\"];"));
        Assert.Single(OperatorQuestions.OfScript("this.logits = last?.kind === \"softmax\" ? last.inputs[0] : null;"));
        Assert.Empty(OperatorQuestions.OfScript("if (one.kind === \"kernel\") return { kind: \"add\" };"));
        Assert.Single(OperatorQuestions.OfTemplate("{{ if layer.kind == \"conv-transpose\" }}"));
    }

    private static IEnumerable<string> CodeFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "generator"), "*.cs", SearchOption.AllDirectories)
        .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Found(IEnumerable<string> files, Func<string, IEnumerable<string>> questions) => string.Join('\n',
        files.Order(StringComparer.Ordinal).SelectMany(file =>
            questions(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Root, file)}: {line.Trim()}")));
}
