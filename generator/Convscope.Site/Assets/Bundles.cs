using System.Text;
using Convscope.Rendering.Colours;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Assets;

/// <summary>
/// Joins the small styles and scripts of <c>templates/</c> into one file each: <c>css/</c> and <c>js/</c> in the order of their
/// names, then those of the widgets. The script is one function, so that nothing of it is global.
/// </summary>
/// <param name="Css">Route of the style sheet.</param>
/// <param name="Js">Route of the script.</param>
/// <param name="Icon">Route of the icon.</param>
public sealed record Bundles(string Css, string Js, string Icon)
{
    /// <summary>Joins and writes them.</summary>
    public static Bundles Write(TemplateSource templates, StagedSite staged)
    {
        var css = Join(templates, "css/", ".css") + PaletteClasses();
        var js = "(() => {\n\"use strict\";\n" + Join(templates, "js/", ".js") + "start();\n})();\n";
        return new(
            Write(staged, "site.css", css), Write(staged, "site.js", js),
            Write(staged, "icon.svg", templates.Read("icon.svg")));
    }

    private static string Join(TemplateSource templates, string folder, string extension) => string.Concat(
        templates.Names
            .Where(name => name.EndsWith(extension, StringComparison.Ordinal) && (name.StartsWith(folder, StringComparison.Ordinal) || name.StartsWith("widgets/", StringComparison.Ordinal)))
            .Select(name => templates.Read(name).TrimEnd() + "\n"));

    private static string Write(StagedSite staged, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var route = $"assets/{StagedSite.Hash(bytes)}/{name}";
        staged.Add(route, bytes);
        return route;
    }

    /// <summary>The palettes as custom properties: lists of colours for the script, gradients for colour bars.</summary>
    private static string PaletteClasses()
    {
        var css = new StringBuilder(":root{");
        foreach (var palette in Enum.GetValues<PaletteName>())
        {
            css.Append("--palette-").Append(palette.ToString().ToLowerInvariant()).Append(":\"");
            var last = Palettes.Count(palette) - 1;
            for (var i = 0; i <= 32; i++) css.Append(i > 0 ? " " : "").Append(Palettes.CssOf(palette, (int)Math.Round(i * last / 32.0)).TrimStart('#'));
            css.Append("\";--ramp-").Append(palette.ToString().ToLowerInvariant()).Append(":linear-gradient(90deg");
            for (var i = 0; i <= 32; i += 2) css.Append(',').Append(Palettes.CssOf(palette, (int)Math.Round(i * last / 32.0)));
            css.Append(");");
        }

        return css.Append("}\n").ToString();
    }
}
