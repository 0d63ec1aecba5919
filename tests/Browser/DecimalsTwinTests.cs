using System.Text.RegularExpressions;
using Convscope.Core.Explain;
using Convscope.Tests.Browser.Hosting;

namespace Convscope.Tests.Browser;

/// <summary>
/// The script's rounding, formatting and choice of decimals against the generator's answers in <c>tests/fixtures/decimals.json</c>,
/// which a unit test keeps up to date.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class DecimalsTwinTests(BrowserFixture fixture)
{
    [Fact]
    public async Task The_script_answers_as_the_generator_does()
    {
        var code = Script("numbers") + Script("decimals");
        var vectors = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "fixtures", "decimals.json"));
        await using var site = await fixture.NewPage();
        var faults = await site.Page.EvaluateAsync<string[]>(
            $$"""
            (json) => {
              "use strict";
              {{code}}
              const vectors = JSON.parse(json);
              const faults = [];
              const expect = (what, expected, actual) => {
                if (JSON.stringify(expected) !== JSON.stringify(actual)) faults.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
              };
              for (const { value, decimals, shown, rounded } of vectors.formats) {
                expect(`${value} at ${decimals}`, shown, formatNumber(value, decimals));
                expect(`${value} rounded to ${decimals}`, rounded, roundTo(value, decimals));
              }
              for (const { value, decimals } of vectors.magnitudes) expect(`magnitude ${value}`, decimals, decimalsFor(value));
              vectors.sums.forEach((sum, i) => expect(`sum ${i}`, sum.decimals, decimalsForSum(sum.parts, sum.bias, sum.result, sum.start)));
              vectors.operands.forEach(({ operands, result, y, x }, i) => {
                const combine = (shown) => shown[0] * shown[1];
                expect(`product ${i}, result`, y, settleDecimals(decimalsFor(Math.abs(result)), combine(operands), result));
                expect(`product ${i}, operands`, x, decimalsForOperands(operands, combine, result, y));
              });
              return faults;
            }
            """,
            vectors);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(12.345, "12.35")]
    [InlineData(0.000296, "0.000296")]
    [InlineData(0.0000217, "2.2e\u22125")]
    [InlineData(-0.00000299, "\u22123.0e\u22126")]
    [InlineData(1234567.8, "1.2e6")]
    public async Task A_narrow_place_has_powers_of_ten_in_the_script_and_in_the_generator(double value, string shown)
    {
        Assert.Equal(shown, new Number(value, Decimals.ForMagnitude(Math.Abs(value))).Short);
        var code = Script("numbers");
        await using var site = await fixture.NewPage();
        Assert.Equal(shown, await site.Page.EvaluateAsync<string>($"value => {{ {code}; return shortNumber(value); }}", value));
    }

    /// <summary>A script without its imports and exports.</summary>
    private static string Script(string name) =>
        Module().Replace(File.ReadAllText(Path.Combine(Repository.Root, "templates", "js", "compute", name + ".js")), "");

    [GeneratedRegex("^(import .*\n|export )", RegexOptions.Multiline)]
    private static partial Regex Module();
}
