using System.Globalization;
using System.Net;
using System.Text;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Rendering.Colours;

namespace Convscope.Rendering.Maps;

/// <summary>The labelled bar that says which value a colour stands for, as SVG to stand inside a page.</summary>
public static class ColourBar
{
    private const int Width = 240, BarHeight = 10, Height = 28, Stops = 16;

    /// <summary>
    /// Draws a horizontal bar with the scale's minimum, middle (zero, when it diverges) and maximum below. Numbers take the page's text
    /// colour; nothing needs inline styles, so that a strict content security policy lets it through.
    /// </summary>
    /// <param name="scale">The values at the ends.</param>
    /// <param name="palette">The colours between.</param>
    /// <param name="decimals">Digits after the point of the numbers.</param>
    /// <param name="label">What is measured, for screen readers and as a tooltip. May be hostile: it is escaped.</param>
    /// <param name="idPrefix">Makes the ids unique in a page that holds several bars; letters, digits, <c>-</c> and <c>_</c>.</param>
    public static string Svg(ColourScale scale, PaletteName palette, int decimals, string label, string idPrefix)
    {
        var id = Escape(idPrefix);
        var (minimum, maximum) = (Number.Format(scale.Minimum, decimals), Number.Format(scale.Maximum, decimals));
        var middle = Middle(scale, decimals);

        var svg = new StringBuilder();
        svg.Append("<svg class=\"colour-bar\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        svg.Append(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\"");
        svg.Append(CultureInfo.InvariantCulture,
            $" aria-labelledby=\"{id}-title {id}-range\"><title id=\"{id}-title\">{Escape(label)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"{id}-range\">{minimum} … {maximum}</desc>");
        svg.Append(CultureInfo.InvariantCulture, $"<defs><linearGradient id=\"{id}-colours\">{Gradient(palette)}</linearGradient></defs>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{BarHeight}\" rx=\"2\" fill=\"url(#{id}-colours)\"/>");
        svg.Append("<g fill=\"currentColor\" font-size=\"11\">");
        Tick(svg, 0, "start", minimum);
        if (middle != minimum && middle != maximum) Tick(svg, Width / 2, "middle", middle);
        Tick(svg, Width, "end", maximum);
        return svg.Append("</g></svg>").ToString();
    }

    private static string Middle(ColourScale scale, int decimals) =>
        scale.IsDiverging && scale.Minimum == -scale.Maximum ? "0" : Number.Format((scale.Minimum + scale.Maximum) / 2, decimals);

    /// <summary>Stops at even places; an even number of pieces puts one on zero.</summary>
    private static string Gradient(PaletteName palette)
    {
        var last = Palettes.Count(palette) - 1;
        return string.Concat(Enumerable.Range(0, Stops + 1).Select(i =>
        {
            var offset = (100.0 * i / Stops).ToString("0.##", CultureInfo.InvariantCulture);
            return $"<stop offset=\"{offset}%\" stop-color=\"{Palettes.CssOf(palette, i * last / Stops)}\"/>";
        }));
    }

    private static void Tick(StringBuilder svg, int x, string anchor, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{Height - 5}\" text-anchor=\"{anchor}\">{text}</text>");

    /// <summary>Escapes for text and attributes alike; drops the control characters that XML can't hold at all.</summary>
    private static string Escape(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.Where(c => c >= ' ' && c is not ('\uFFFE' or '\uFFFF'))));
}
