using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Rendering.Colours;
using Convscope.Site.Assets.Scripts;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Live;
using Convscope.Site.Output;
using Convscope.Site.Templates;

namespace Convscope.Site.Assets;

/// <summary>
/// Joins the small styles of <c>templates/</c> into few files: <c>css/</c> in the order of names, then those of the widgets. Scripts are
/// joined by who imports whom (<see cref="PageScripts"/>).
/// </summary>
/// <param name="Css">Route of the style sheet.</param>
/// <param name="DeepCss">Route of the style sheet that pages of a network with modules load besides: <c>css/deep/</c>.</param>
/// <param name="Icon">Route of the icon.</param>
/// <param name="PageCss">Routes of style sheets that only pages of one kind load besides, by that kind: <c>pages/{kind}/</c>.</param>
/// <param name="Scripts">The scripts.</param>
/// <param name="Engine">Route of the script that computes the network in the reader's browser; empty where that isn't offered.</param>
public sealed record Bundles(
    string Css, string DeepCss, string Icon, ImmutableSortedDictionary<string, string> PageCss, PageScripts Scripts, string Engine)
{
    private const string Answers = "answers", Learning = "learning", Lists = "lists", Presenting = "presenting";
    private const string DeepFolder = "css/deep/";

    /// <summary>Joins and writes them.</summary>
    /// <param name="templates">Where their parts are.</param>
    /// <param name="staged">Takes them.</param>
    /// <param name="network">The network.</param>
    /// <param name="recipe">How pictures are prepared.</param>
    /// <param name="live">Whether the network may be computed in the browser.</param>
    /// <param name="hasMaps">Whether each script has a source map beside it.</param>
    /// <exception cref="DiagnosticException">Scripts import what isn't there.</exception>
    public static Bundles Write(
        TemplateSource templates, StagedSite staged, NetworkGraph network, Preprocessing recipe, LiveOffer live, bool hasMaps) => new(
        AssetFile.Write(staged, "site.css", Join(templates, "css/", "widgets/") + PaletteClasses()),
        AssetFile.Write(staged, "deep.css", Join(templates, DeepFolder)),
        AssetFile.Write(staged, "icon.svg", templates.Read("icon.svg")), OfPages(templates, staged),
        PageScripts.Write(templates, staged, network, hasMaps),
        live.IsMade ? EngineScript.Write(templates, staged, network, recipe, NetworkPack.Write(network, staged)) : "");

    /// <summary>Notes where they are.</summary>
    internal void Write(BinaryWriter writer)
    {
        foreach (var route in new[] { Css, DeepCss, Icon, Engine }) writer.Write(route);
        foreach (var routes in new[] { PageCss, Scripts.Routes })
        {
            writer.Write(routes.Count);
            foreach (var (name, route) in routes)
            {
                writer.Write(name);
                writer.Write(route);
            }
        }
    }

    /// <summary>Reads where those of the last build are.</summary>
    internal static Bundles Read(BinaryReader reader)
    {
        var (css, deep, icon, engine) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        return new(css, deep, icon, ReadRoutes(reader), new(ReadRoutes(reader)), engine);
    }

    private static ImmutableSortedDictionary<string, string> ReadRoutes(BinaryReader reader)
    {
        var routes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var count = reader.ReadInt32(); count > 0; count--) routes.Add(reader.ReadString(), reader.ReadString());
        return routes.ToImmutable();
    }

    /// <summary>Writes the words that the scripts of one language show, as a script that pages load before the others.</summary>
    public static string Words(StagedSite staged, Words words) =>
        AssetFile.Write(staged, "words.js", $"globalThis.convscopeWords={Json(words.Script)};\n");

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

    private static ImmutableSortedDictionary<string, string> OfPages(TemplateSource templates, StagedSite staged) => templates.Names
        .Where(name => name.StartsWith("pages/", StringComparison.Ordinal) && IsStyle(name) && name.Count(c => c == '/') == 2)
        .Select(name => name.Split('/')[1]).Where(kind => kind is not (Answers or Learning or Lists or Presenting))
        .Concat(Shared.Keys).Distinct()
        .ToImmutableSortedDictionary(
            kind => kind, kind => AssetFile.Write(staged, kind + ".css", Join(templates, FoldersOf(kind))), StringComparer.Ordinal);

    /// <summary>Folders besides their own whose styles the pages of a kind have.</summary>
    private static readonly Dictionary<string, string[]> Shared = new()
    {
        ["chapter"] = [Learning, Presenting], [Core.Planning.Routes.Playground] = ["chapter", Presenting], ["unit"] = [Presenting],
        ["home"] = [Answers], ["overview"] = [Answers],
        ["learn"] = [Lists], ["layers"] = [Lists], ["network"] = [Lists], ["section"] = [Lists],
    };

    private static string[] FoldersOf(string kind) =>
        [.. Shared.GetValueOrDefault(kind, []).Append(kind).Select(folder => $"pages/{folder}/")];

    private static string Join(TemplateSource templates, params string[] folders) => StyleMinifier.Minify(string.Concat(templates.Names
        .Where(name => IsStyle(name) && folders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)))
        .Where(name => folders.Contains(DeepFolder) || !name.StartsWith(DeepFolder, StringComparison.Ordinal))
        .Select(name => Comments.Strip(templates.Read(name)))));

    private static bool IsStyle(string name) => name.EndsWith(".css", StringComparison.Ordinal);

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
