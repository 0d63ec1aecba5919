using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Convscope.Site.Templates;

/// <summary>Text that is HTML already, and so isn't escaped when a template writes it.</summary>
/// <param name="Text">Markup.</param>
public readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Escapes text for element content and quoted attributes.</summary>
    public static string Escape(string text) => Encoder.Encode(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
