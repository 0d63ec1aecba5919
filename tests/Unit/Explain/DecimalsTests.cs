using System.Text.Encodings.Web;
using System.Text.Json;
using Convscope.Core.Explain;

namespace Convscope.Tests.Unit.Explain;

public sealed class DecimalsTests
{
    /// <summary>Numbers that rounding, formatting and the choice of decimals are asked about, and their answers.</summary>
    private static readonly string Fixture = Path.Combine(Root(), "tests", "fixtures", "decimals.json");

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData(0, 2)]
    [InlineData(4321, 1)]
    [InlineData(100, 1)]
    [InlineData(99.9, 2)]
    [InlineData(1, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.0123, 4)]
    [InlineData(1e-30, 32)]
    [InlineData(16_777_215, 1)]
    [InlineData(16_777_216, 0)]
    [InlineData(1e12, -5)]
    [InlineData(double.NaN, 1)]
    public void ThreeSignificantDigitsOfTheLargestValue(double magnitude, int expected) =>
        Assert.Equal(expected, Decimals.ForMagnitude(magnitude));

    [Theory]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(-0.005, 2, "−0.01")]
    [InlineData(2.5, 0, "3")]
    [InlineData(123_456_789, -1, "1.2345679e8")]
    [InlineData(-999_999_996_000, -5, "−1.0000000e12")]
    [InlineData(4, -1, "0e1")]
    [InlineData(0.00000000000012345, 15, "1.23e−13")]
    [InlineData(1_234_567_890_123, 4, "1.23456789012300e12")]
    [InlineData(double.NegativeInfinity, 2, "−Infinity")]
    public void ATrueMinusAndNoNegativeZero(double value, int decimals, string expected) =>
        Assert.Equal(expected, Number.Format(value, decimals));

    [Fact]
    public void FewDecimalsAreEnoughForRoundNumbers()
    {
        // 0.5 · 0.5 + 0.25 · 1 + 1 = 1.5
        SumPart part = new(0, 0, [new(0.5, 0.5, default), new(0.25, 1, default)]);
        Assert.Equal(new Decimals(2, 2, 2, 2), Decimals.ForSum([part], 1, 1.5, Decimals.Start(2)));
    }

    [Fact]
    public void DecimalsAreAddedUntilThePartsGiveTheResult()
    {
        // 0.334 · 3 = 1.002, shown as 0.33 · 3 = 0.99 against 1.00: a third decimal is needed.
        SumPart[] parts = [.. Enumerable.Repeat(new SumPart(0, 0, [new(0.334, null, default)]), 3)];
        Assert.Equal(3, Decimals.ForSum(parts, 0, 1.002, Decimals.Start(2)).P);
    }

    [Fact]
    public void DecimalsDoNotFallBelowTheStart() => Assert.Equal(
        new Decimals(4, 5, 6, 2), Decimals.ForSum([new(0, 0, [new(1, 1, default)])], 0, 1, new(4, 5, 6, 2)));

    /// <summary>The script reads the same file (<c>tests/Scripts/decimals.test.js</c>), so that both agree on every case.</summary>
    [Fact]
    public void TheFixtureForTheScriptHoldsWhatThisCodeAnswers()
    {
        var json = JsonSerializer.Serialize(DecimalsVectors.All(), Json).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONVSCOPE_WRITE_FIXTURES") == "1") File.WriteAllText(Fixture, json);
        Assert.Equal(File.ReadAllText(Fixture).ReplaceLineEndings("\n"), json);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Convscope.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
