using System.Globalization;
using System.Text;
using QRCoder;

namespace Convscope.Rendering.Codes;

/// <summary>A text as a QR code that a telephone reads off a projector or a sheet of paper (ISO/IEC 18004, error correction M).</summary>
public static class QrCode
{
    /// <summary>The code as SVG, dark on white whatever the page's colours are, with the empty margin that readers need.</summary>
    /// <param name="text">The text, an address as a rule.</param>
    /// <param name="name">What it is called by programs that read pages out; escaped already.</param>
    /// <returns>The SVG; empty where the text is too long for a code.</returns>
    public static string Svg(string text, string name)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) return "";
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var first = column;
                while (column < modules.Count && modules[row][column]) column++;
                if (column > first) path.Append(CultureInfo.InvariantCulture, $"M{first} {row}h{column - first}v1H{first}z");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {modules.Count} {modules.Count}\" role=\"img\" aria-label=\"{name}\" shape-rendering=\"crispEdges\">"
            + $"<path fill=\"#fff\" d=\"M0 0h{modules.Count}v{modules.Count}H0z\"/><path d=\"{path}\"/></svg>");
    }

    /// <summary>What the largest code holds of bytes at this correction.</summary>
    private const int MostBytes = 2331;
}
