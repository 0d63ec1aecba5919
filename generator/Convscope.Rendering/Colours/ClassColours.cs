namespace Convscope.Rendering.Colours;

/// <summary>Colours that tell classes apart: hues a golden angle apart, of three lightnesses in turn.</summary>
public static class ClassColours
{
    /// <summary>More classes than this share colours.</summary>
    public const int Count = 255;

    private const double GoldenAngle = 137.508, FirstHue = 30;

    /// <summary>Red, green and blue of a class.</summary>
    public static (byte Red, byte Green, byte Blue) Of(int index)
    {
        var (red, green, blue) = OkLab.ToSrgb(0.55 + (0.12 * (index % 3)), 0.14, (FirstHue + (index * GoldenAngle)) % 360);
        return (Whole(red), Whole(green), Whole(blue));

        static byte Whole(double share) => (byte)Math.Round(Math.Clamp(share, 0, 1) * 255);
    }

    /// <summary>The same as CSS writes it.</summary>
    public static string CssOf(int index)
    {
        var (red, green, blue) = Of(index);
        return $"#{red:x2}{green:x2}{blue:x2}";
    }
}
