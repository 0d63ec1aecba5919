using Convscope.Core.Explain;

namespace Convscope.Core.Practice;

/// <summary>Steps of a calculation as they are written on paper.</summary>
internal static class Written
{
    /// <summary>A number within a sum or product: below zero in brackets.</summary>
    public static string Inside(this Number number) => number.Value < 0 ? $"({number.Shown})" : number.Shown;

    /// <summary>Numbers added up.</summary>
    public static string Sum(IEnumerable<Number> numbers) => string.Join(" + ", numbers.Select(Inside));

    /// <summary>Rounds values of a kind to the digits that the largest of them needs.</summary>
    public static Number[] Rounded(IReadOnlyCollection<double> values)
    {
        var decimals = Decimals.ForMagnitude(values.Max(Math.Abs));
        return [.. values.Select(value => Rounded(value, decimals))];
    }

    /// <summary>A number that is nothing but what is shown of it.</summary>
    public static Number Rounded(double value, int decimals) => new(Number.Round(value, decimals), decimals);
}
