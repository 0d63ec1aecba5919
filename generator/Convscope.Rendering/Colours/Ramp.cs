namespace Convscope.Rendering.Colours;

/// <summary>
/// A run of colours of one hue. Lightness and chroma follow a quadratic Bézier curve from near-white, past a vivid control point,
/// to a dark end; the curve is cut into pieces of equal length in OKLab, so that equal steps of value look equally large.
/// </summary>
/// <param name="Hue">Hue in degrees.</param>
/// <param name="Vivid">The control point that the curve leans towards.</param>
/// <param name="Dark">Where it ends.</param>
internal sealed record Ramp(double Hue, (double Lightness, double Chroma) Vivid, (double Lightness, double Chroma) Dark)
{
    /// <summary>Lightness of the near-white, colourless beginning.</summary>
    private const double Light = 0.985;

    private const int Pieces = 4096;

    /// <summary>Evenly spaced colours, red, green and blue from 0 to 1, from near-white to dark.</summary>
    public (double Red, double Green, double Blue)[] Colours(int count)
    {
        var lengths = Lengths();
        var colours = new (double, double, double)[count];
        var piece = 0;
        for (var i = 0; i < count; i++)
        {
            var wanted = lengths[Pieces] * i / (count - 1);
            while (piece < Pieces && lengths[piece] < wanted) piece++;
            var (lightness, chroma) = At((double)piece / Pieces);
            colours[i] = OkLab.ToSrgb(lightness, chroma, Hue);
        }

        return colours;
    }

    /// <summary>The curve's length up to the end of each piece.</summary>
    private double[] Lengths()
    {
        var lengths = new double[Pieces + 1];
        var before = At(0);
        for (var i = 1; i <= Pieces; i++)
        {
            var here = At((double)i / Pieces);
            double dark = here.Lightness - before.Lightness, colour = here.Chroma - before.Chroma;
            lengths[i] = lengths[i - 1] + Math.Sqrt((dark * dark) + (colour * colour));
            before = here;
        }

        return lengths;
    }

    private (double Lightness, double Chroma) At(double t)
    {
        double start = (1 - t) * (1 - t), middle = 2 * t * (1 - t), end = t * t;
        return (
            (start * Light) + (middle * Vivid.Lightness) + (end * Dark.Lightness),
            (middle * Vivid.Chroma) + (end * Dark.Chroma));
    }
}
