using Convscope.Core.Explain;
using Convscope.Core.Network;

namespace Convscope.Tests.Unit.Explain;

public sealed class PreprocessTests
{
    public static TheoryData<double, double, double> Settings => new()
    {
        { 1 / 255.0, 0.5, 1 }, { 1 / 255.0, 0.485, 0.229 }, { 1, 103.939, 1 }, { 1, 0, 1 }, { 0.017, 2.1, 0.9 }, { 1 / 127.5, 1, 1 },
        { 1 / 255.0, 1 / 3.0, 1 / 7.0 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryValueAddsUpAtTheSameDigits(double scale, double mean, double std)
    {
        var preprocessing = new Preprocessing { Scale = scale, Mean = [mean], Std = [std] };
        var digits = Digits(PreprocessExplanation.Of(preprocessing, 0, 0));
        for (var value = 0; value < 256; value++)
        {
            var e = PreprocessExplanation.Of(preprocessing, 0, value);
            Assert.Equal(digits, Digits(e));
            Assert.True(Decimals.IsWithinOne(e.Value.Value * e.Scale.Value, e.Scaled.Value,
                e.Scaled.Decimals), $"{e.Value.Shown} × {e.Scale.Shown} = {e.Scaled.Shown}");
            Assert.True(
                Decimals.IsWithinOne((e.Scaled.Value - e.Mean.Value) / e.Std.Value, e.Result.Value, e.Result.Decimals),
                $"({e.Scaled.Shown} − {e.Mean.Shown}) ÷ {e.Std.Shown} = {e.Result.Shown}");
        }
    }

    private static int[] Digits(PreprocessExplanation e) =>
        [e.Value.Decimals, e.Scale.Decimals, e.Scaled.Decimals, e.Mean.Decimals, e.Std.Decimals, e.Result.Decimals];
}
