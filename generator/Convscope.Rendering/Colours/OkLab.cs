namespace Convscope.Rendering.Colours;

/// <summary>
/// From OKLab, in which equal distances look about equal, to sRGB. The matrices are those of Björn Ottosson,
/// "A perceptual color space for image processing", 2020, https://bottosson.github.io/posts/oklab/.
/// </summary>
internal static class OkLab
{
    /// <summary>
    /// The sRGB channels, 0 to 1, of a lightness (0 to 1), a chroma and a hue in degrees; outside 0 to 1 when sRGB has no such colour.
    /// </summary>
    public static (double Red, double Green, double Blue) ToSrgb(double lightness, double chroma, double hue)
    {
        var (sine, cosine) = Math.SinCos(hue * Math.PI / 180);
        double a = chroma * cosine, b = chroma * sine;
        var l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return (
            Gamma((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Gamma((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Gamma((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    private static double Cube(double value) => value * value * value;

    private static double Gamma(double linear) =>
        linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
}
