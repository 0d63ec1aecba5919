using Convscope.Core.Operators;

namespace Convscope.Tests.Unit.Operators;

public sealed class ActivationTests
{
    public static TheoryData<string, float, double> Values => new()
    {
        { "Relu", -2, 0 },
        { "Relu", 3, 3 },
        { "LeakyRelu", -2, -0.02 },
        { "LeakyRelu", 2, 2 },
        { "Sigmoid", 0, 0.5 },
        { "Sigmoid", 1, 0.7310585786300049 },
        { "Tanh", 1, 0.7615941559557649 },
        { "Elu", -1, -0.6321205588285577 },
        { "Elu", 2, 2 },
        { "HardSwish", 1, 2 / 3.0 },
        { "HardSwish", -4, 0 },
        { "HardSwish", 5, 5 },
        { "HardSigmoid", 1, 0.7 },
        { "HardSigmoid", 9, 1 },
        { "HardSigmoid", -9, 0 },
        { "Gelu", 1, 0.8413447460685429 },      // Φ(1)
        { "Gelu", -2, -0.04550026389635841 },   // -2 Φ(-2)
        { "Gelu", 20, 20 },
        { "Gelu", 0, 0 },
        { "Clip", -7, -7 },
        { "Celu", -1, -0.6321205588285577 },
        { "Selu", 1, 1.0507009873554805 },
        { "Selu", -1, -1.1113307378125625 },
        { "Softplus", 0, 0.6931471805599453 },
        { "Softplus", 800, 800 },
        { "Softsign", -3, -0.75 },
        { "Silu", 1, 0.7310585786300049 },
        { "Mish", 1, 0.8650983882673103 },
        { "ThresholdedRelu", 1, 0 },
        { "ThresholdedRelu", 1.5f, 1.5 },
        { "Erf", 1, 0.8427007929497149 },
        { "Round", 2.5f, 2 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void GivesTheTextbookValue(string type, float x, double expected)
    {
        var op = OperatorCatalog.Create(Some.Node(type, new(1), new(1)));
        Assert.Equal(expected, op.Forward([Some.Vector(x)])![0], 1e-7);
    }

    [Fact]
    public void GeluHasATanhForm() => Assert.Equal(
        0.8411919906082768, ((Gelu)Some.Of("Gelu", new(1), new() { ["approximate"] = "tanh" })).Apply(1), 1e-12);

    [Fact]
    public void ClipReadsItsBoundsFromInputsOrAttributes()
    {
        var relu6 = new Clip(Some.Node("Clip", new(1), new(1), new() { [1] = new([], [0]), [2] = new([], [6]) }));
        Assert.Equal([0.0, 4, 6], relu6.Forward([Some.Vector(-1, 4, 9)])!);
        Assert.Equal("operator_relu6", relu6.Title.Key);
        Assert.False(relu6.IsSigned);

        var old = new Clip(Some.Node("Clip", new(1), new(1), attributes: new() { ["min"] = -1f, ["max"] = 1f }));
        Assert.Equal([-1.0, 0.5, 1], old.Forward([Some.Vector(-3, 0.5f, 3)])!);
        Assert.True(old.IsSigned);

        var open = new Clip(Some.Node("Clip", new(1), new(1), attributes: new() { ["max"] = 1f }));
        Assert.Equal([-3.0, 1], open.Forward([Some.Vector(-3, 3)])!);
        Assert.True(open.IsSigned);
    }

    [Fact]
    public void PReluHasASlopeAUnitOrOneForAll()
    {
        Operator Of(params float[] slopes) => OperatorCatalog.Create(
            Some.Node("PRelu", new(2, 1, 2), new(2, 1, 2), new() { [1] = new([slopes.Length, 1, 1], slopes) }));
        Assert.Equal([1, -0.5, 3, -4], Of(0.5f, 2).Forward([Some.Maps(2, 1, 2, 1, -1, 3, -2)])!);
        Assert.Equal([1, -0.5, 3, -1], Of(0.5f).Forward([Some.Maps(2, 1, 2, 1, -1, 3, -2)])!);
        Assert.IsType<Unexplained>(OperatorCatalog.Create(Some.Node("PRelu", new(2, 1, 2), new(2, 1, 2))));
    }

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(6f, "6")]
    [InlineData(0.16666667f, "0.16666667")]
    [InlineData(1.05070102214813232421875f, "1.050701")]
    public void ASettingHasAllItsDigits(float value, string shown) => Assert.Equal(shown, Core.Explain.Number.Whole(value).Shown);

    [Fact]
    public void AVectorOfSigmoidsIsProbabilitiesAndMapsAreNot()
    {
        Assert.True(OperatorCatalog.Create(Some.Node("Sigmoid", new(4), new(4))).GivesProbabilities);
        Assert.False(OperatorCatalog.Create(Some.Node("Sigmoid", new(4, 2, 2), new(4, 2, 2))).GivesProbabilities);
    }
}
