using System.Globalization;

namespace Convscope.Site.Configuration;

/// <summary>Sizes of files as people write them: <c>60 MB</c>, <c>1.5GB</c>, <c>2000000</c>.</summary>
public static class ByteSize
{
    /// <summary>What a size must be, for messages.</summary>
    public const string Form = "a size such as 60 MB, 1.5 GB or 2000000 (bytes)";

    private static readonly (string Unit, double Bytes)[] Units =
        [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1)];

    /// <summary>The bytes that a text means, or null.</summary>
    public static long? Parse(string text)
    {
        var number = text.Trim();
        var (unit, factor) = Units.FirstOrDefault(unit => number.EndsWith(unit.Unit, StringComparison.OrdinalIgnoreCase));
        if (unit is not null) number = number[..^unit.Length].TrimEnd();
        var isNumber = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        var bytes = value * (unit is null ? 1 : factor);
        return isNumber && bytes is >= 1 and < long.MaxValue ? (long)bytes : null;
    }
}
