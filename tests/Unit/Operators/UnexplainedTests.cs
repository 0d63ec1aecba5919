using Convscope.Core.Operators;

namespace Convscope.Tests.Unit.Operators;

public sealed class UnexplainedTests
{
    [Fact]
    public void AttributesAreTextsAndLongOnesAreCut()
    {
        var op = new Unexplained("Thing", new(1))
        {
            Attributes = new Dictionary<string, object>
            {
                ["text"] = new string('a', 61), ["list"] = Enumerable.Range(0, 40).Select(i => (long)i).ToArray(), ["floats"] =
                    new[] { 0.5f, 1e-7f }, ["one"] = 3L,
            },
        };
        Assert.Equal(
            [
                new("floats", "0.5, 1E-07"), new("list", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (40 in all)"), new("one", "3"),
                    new("text", new string('a', 60) + "…"),
            ],
            Shown(op));
    }

    [Theory]
    [InlineData("Hardmax", "", "https://onnx.ai/onnx/operators/onnx__Hardmax.html")]
    [InlineData("Hardmax", "mine", "")]
    [InlineData("Hard/../max\"><script>", "", "")]
    public void OnlyOnnxsOwnAreDocumentedThere(string type, string domain, string url) =>
        Assert.Equal(url, new Unexplained(type, new(1)) { Domain = domain }.Documentation);

    [Fact]
    public void AFormThatIsNotExplainedKeepsItsAttributes()
    {
        var op = Assert.IsType<Unexplained>(OperatorCatalog.Create(Some.Node("Softmax", new(2, 3, 4), new(2, 3, 4),
            attributes: new() { ["axis"] = 2L })));
        Assert.Equal([new("axis", "2")], Shown(op));
        Assert.Equal("form", op.Reason);
    }

    private static KeyValuePair<string, string>[] Shown(Unexplained op) =>
        [.. op.Settings.Select(setting => new KeyValuePair<string, string>(setting.Name.ToString(), setting.Value.ToString()))];
}
