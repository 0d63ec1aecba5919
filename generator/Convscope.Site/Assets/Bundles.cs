using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Convscope.Rendering.Colours;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Assets;

/// <summary>
/// Joins the small styles and scripts of <c>templates/</c> into one file each: <c>css/</c> and <c>js/</c> in the order of their
/// names, then those of the widgets. A script is one function, so that nothing of it is global. There are two: that of pages of a
/// layer or a unit has all of <c>js/unit/</c> and of the widgets besides; a page loads one of them.
/// </summary>
/// <param name="Css">Route of the style sheet.</param>
/// <param name="DeepCss">Route of the style sheet that pages of a network with modules load besides: <c>css/deep/</c>.</param>
/// <param name="Js">Route of the script.</param>
/// <param name="UnitJs">Route of the script of pages of a layer or a unit.</param>
/// <param name="Icon">Route of the icon.</param>
/// <param name="Pages">What only pages of one kind load, by that kind: the styles and scripts of <c>pages/{kind}/</c>.</param>
public sealed record Bundles(string Css, string DeepCss, string Js, string UnitJs, string Icon,
    ImmutableDictionary<string, PageBundle> Pages)
{
    private const string UnitFolder = "js/unit/", DeepFolder = "css/deep/";

    /// <summary>Joins and writes them.</summary>
    public static Bundles Write(TemplateSource templates, StagedSite staged)
    {
        var css = Spaces.Squeeze(Join(templates, ".css", "css/", "widgets/")) + PaletteClasses();
        return new(
            Write(staged, "site.css", css),
            Write(staged, "deep.css", Spaces.Squeeze(Join(templates, ".css", DeepFolder))),
            Write(staged, "site.js", Function(Join(templates, ".js", "js/"))),
            Write(staged, "unit.js", Function(Join(templates, ".js", "js/", UnitFolder, "widgets/"))),
            Write(staged, "icon.svg", templates.Read("icon.svg")), OfPages(templates, staged));
    }

    /// <summary>Notes where they are.</summary>
    internal void Write(BinaryWriter writer)
    {
        foreach (var route in new[] { Css, DeepCss, Js, UnitJs, Icon }) writer.Write(route);
        writer.Write(Pages.Count);
        foreach (var (kind, page) in Pages)
        {
            foreach (var text in new[] { kind, page.Css, page.Js }) writer.Write(text);
        }
    }

    /// <summary>Reads where those of the last build are.</summary>
    internal static Bundles Read(BinaryReader reader)
    {
        var site = new Bundles(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
            ImmutableDictionary<string, PageBundle>.Empty);
        var pages = ImmutableDictionary.CreateBuilder<string, PageBundle>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            pages.Add(reader.ReadString(), new(reader.ReadString(), reader.ReadString()));
        return site with { Pages = pages.ToImmutable() };
    }

    /// <summary>Writes the words that the scripts of one language show, as a script that pages load before the others.</summary>
    public static string Words(StagedSite staged, Words words) =>
        Write(staged, "words.js", $"globalThis.convscopeWords={Json(words.Script)};\n");

    /// <summary>Texts, and words with their forms by name.</summary>
    private static string Json(ImmutableSortedDictionary<string, object> all)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (key, value) in all)
            {
                if (value is string word)
                {
                    json.WriteString(key, word);
                    continue;
                }

                json.WriteStartObject(key);
                foreach (var (form, text) in (ImmutableSortedDictionary<string, string>)value) json.WriteString(form, text);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ImmutableDictionary<string, PageBundle> OfPages(TemplateSource templates, StagedSite staged) => templates.Names
        .Where(name => name.StartsWith("pages/", StringComparison.Ordinal) && name.Count(c => c == '/') == 2)
        .Select(name => name.Split('/')[1]).Distinct().ToImmutableDictionary(kind => kind, kind => new PageBundle(
            Write(staged, kind + ".css", Spaces.Squeeze(Join(templates, ".css", $"pages/{kind}/"))),
            Write(staged, kind + ".js", Function(Join(templates, ".js", "js/00-start.js", "js/16-words.js", $"pages/{kind}/")))));

    private static string Function(string body) => "(() => {\n\"use strict\";\n" + body + "start();\n})();\n";

    private static string Join(TemplateSource templates, string extension, params string[] folders) => string.Concat(
        templates.Names
            .Where(name => name.EndsWith(extension, StringComparison.Ordinal)
                && folders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)))
            .Where(name => new[] { UnitFolder, DeepFolder }.All(inner =>
                !name.StartsWith(inner, StringComparison.Ordinal) || folders.Contains(inner)))
            .OrderBy(name => name.StartsWith("js/", StringComparison.Ordinal) ? Path.GetFileName(name) : "~", StringComparer.Ordinal)
            .Select(name => Comments.Strip(templates.Read(name))));

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
            for (var i = 0; i <= 32; i++) css.Append(i > 0 ? " " : "")
                .Append(Palettes.CssOf(palette, (int)Math.Round(i * last / 32.0)).TrimStart('#'));
            css.Append("\";--ramp-").Append(palette.ToString().ToLowerInvariant()).Append(":linear-gradient(90deg");
            for (var i = 0; i <= 32; i += 2) css.Append(',').Append(Palettes.CssOf(palette, (int)Math.Round(i * last / 32.0)));
            css.Append(");");
        }

        return css.Append("}\n").ToString();
    }
}
