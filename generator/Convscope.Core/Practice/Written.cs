using Convscope.Core.Explain;

namespace Convscope.Core.Practice;

/// <summary>Steps of a calculation as they are written on paper.</summary>
internal static class Written
{
    /// <summary>A number within a sum or product: below zero in brackets.</summary>
    public static string Inside(this Number number) => number.Value < 0 ? $"({number.Shown})" : number.Shown;

    /// <summary>Numbers added up.</summary>
    public static string Sum(IEnumerable<Number> numbers) => string.Join(" + ", numbers.Select(Inside));

    /// <summary>Rounds values of a kind: two digits of the largest are enough to work with where it is below 1.</summary>
    public static Number[] Rounded(IReadOnlyCollection<double> values)
    {
        var largest = values.Max(Math.Abs);
        var decimals = Decimals.ForMagnitude(largest) - (largest < 1 && largest > 0 ? 1 : 0);
        return [.. values.Select(value => Rounded(value, decimals))];
    }

    /// <summary>A number that is nothing but what is shown of it.</summary>
    public static Number Rounded(double value, int decimals) => new(Number.Round(value, decimals), decimals);
}
