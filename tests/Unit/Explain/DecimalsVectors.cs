using Convscope.Core.Explain;

namespace Convscope.Tests.Unit.Explain;

/// <summary>Cases on which the generator and the script must agree, with the generator's answers.</summary>
internal static class DecimalsVectors
{
    private static readonly double[] Hard =
    [
        0, -0.0, -0.004, -0.005, 0.005, 1.005, 2.675, 0.5, -0.5, 1.5, 2.5, 0.125, 0.375, -0.125, 1e-7, -1e-7, 5e-8, 123456.789, -123456.789,
        0.1 + 0.2, 0.29, 1.15, 8.345, 0.49999999999999994, 1 / 3.0, 2 / 3.0, 9.995, 99.95, 999999.5, 1e15, 1.2345678901234567e17, 0.1f,
            16777216, 16777217, 3.4e38f, 1e-12f, 1.4e-45f, 9.9999999e11, -123456789,
    ];

    private static readonly double[] Narrow = [12.345, 0.000296, 0.0000217, -0.00000299, 1234567.8];

    internal static object All() => new
    {
        formats = Hard.SelectMany(value => new[] { -9, -3, 0, 1, 2, 9, 12, 15, 24 }
            .Select(decimals => new { value, decimals, shown = Number.Format(value, decimals), rounded = Number.Round(value, decimals) }))
                .ToArray(),
        magnitudes = Hard.Select(Math.Abs).Select(value => new { value, decimals = Decimals.ForMagnitude(value) }).ToArray(),
        shorts = Hard.Concat(Narrow)
            .Select(value => new { value, shown = new Number(value, Decimals.ForMagnitude(Math.Abs(value))).Short }).ToArray(),
        sums = Enumerable.Range(0, 60).Select(Sum).ToArray(),
        operands = Enumerable.Range(0, 60).Select(Product).ToArray(),
    };

    /// <summary>A sum as layers have them: random terms, now and then a rest without terms, in single precision.</summary>
    private static object Sum(int seed)
    {
        var random = new Numbers(seed);
        var (ofX, ofW) = (random.Magnitude(seed), random.Magnitude(seed));
        var parts = Enumerable.Range(0, random.Below(6) + 1).Select(i => new SumPart(0, i, [
            .. Enumerable.Range(0, seed % 4 == 3 && i == 0 ? 0 : random.Below(9) + 1)
                .Select(_ => new SumTerm(random.Single(ofX), seed % 5 == 4 ? null : random.Single(ofW), default))])).ToList();
        if (seed % 4 == 3) parts[0] = parts[0] with { Sum = random.Single(ofX * ofW * 10) };
        double bias = seed % 3 == 0 ? 0 : random.Single(ofX);
        double result = (float)(parts.Sum(part => part.Sum) + bias);
        var start = Decimals.Start(Decimals.ForMagnitude(Math.Abs(result) * (1 + random.Below(3))));
        var d = Decimals.ForSum(parts, bias, result, start);
        return new
        {
            parts = parts.Select(part => new { terms = part.Terms.Select(term => Term(term)).ToArray(), sum = part.Sum }).ToArray(),
            bias, result, start = Letters(start), decimals = Letters(d),
        };
    }

    private static object Product(int seed)
    {
        var random = new Numbers(1000 + seed);
        double[] operands = [random.Single(random.Magnitude(seed)), random.Single(random.Magnitude(seed))];
        double result = (float)(operands[0] * operands[1]);
        var y = Decimals.Settle(Decimals.ForMagnitude(Math.Abs(result)), operands[0] * operands[1], result);
        return new { operands, result, y, x = Decimals.ForOperands(operands, shown => shown[0] * shown[1], result, y) };
    }

    private static object Term(SumTerm term) => term.W is { } w ? new { x = term.X, w } : new { x = term.X };

    private static object Letters(Decimals d) => new { x = d.X, w = d.W, p = d.P, y = d.Y };

    /// <summary>Random numbers that are the same with every version of the runtime.</summary>
    private sealed class Numbers(int seed)
    {
        private ulong _state = (ulong)seed + 1;

        internal int Below(int end) => (int)(Next() % (uint)end);

        /// <summary>First those that layers have, then all.</summary>
        internal double Magnitude(int seed) => seed < 20 ? Math.Pow(10, Below(6) - 3) : Tens.Power(Below(25) - 12);

        internal float Single(double magnitude) => (float)(((Next() / (double)uint.MaxValue * 2) - 1) * magnitude);

        private uint Next()
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            return (uint)(_state >> 32);
        }
    }
}
