using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Configuration;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>The files that machines read: <c>site.json</c> with its schema, sitemap, robots, and the mark that GitHub Pages
/// needs.</summary>
public static class SiteFiles
{
    /// <summary>The version of <c>site.json</c>'s form; changes only with a note in the changelog.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Where the sitemap stands.</summary>
    public const string Sitemap = "sitemap.xml";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes them, but for those that the site's owner has; all pages must have been staged.</summary>
    public static void Write(
        StagedSite staged, ImmutableArray<Edition> editions, NetworkGraph network, IReadOnlyList<PictureRecord> records,
            ImmutableArray<LayerError> worst, IReadOnlySet<string> own)
    {
        var site = editions[0].Site;
        if (!own.Contains(".nojekyll")) staged.Add(".nojekyll", []);
        if (!own.Contains("robots.txt"))
            staged.Add("robots.txt", Encoding.UTF8.GetBytes("User-agent: *\nAllow: /\n"
            + (site.BaseUrl.Length > 0 ? $"Sitemap: {Routes.Absolute(site.BaseUrl, "sitemap.xml")}\n" : "")));
        WriteSitemap(staged, site);
        staged.Add("schema/site.json", JsonSerializer.SerializeToUtf8Bytes(JsonDocument.Parse(SiteSchema.Text), Json));
        staged.Add("site.json", JsonSerializer.SerializeToUtf8Bytes(Describe(editions, network, records, worst), Json));
    }

    /// <summary>Lists all pages for search engines.</summary>
    public static void WriteSitemap(StagedSite staged, SiteView site) =>
        staged.Add(Sitemap, Encoding.UTF8.GetBytes(Addresses(staged, site)));

    private static object Describe(ImmutableArray<Edition> editions, NetworkGraph network, IReadOnlyList<PictureRecord> records,
        ImmutableArray<LayerError> worst)
    {
        var site = editions[0].Site;
        return new
        {
            schema = SchemaVersion,
            generator = new { name = "Convscope", version = site.Version },
            languages = editions.Select(edition => new
            {
                edition.Language.Code, tag = edition.Words["language_tag"],
                name = edition.Words["language_name"], prefix = edition.Language.Prefix, url = edition.Language.Prefix + Routes.Home
            }),
            model = new
            {
                site.Model.Name, site.Model.Sha256, site.Model.Parameters,
                task = OutputWords.Of(network.Meaning.Task), probabilities = network.Meaning.Probabilities.ToString().ToLowerInvariant(),
                layers = network.Layers.Select(layer => new
                {
                    layer.Id, layer.Name, @operator = layer.Operator.Kind, shape = layer.Shape.Sizes, layer.Parameters, layer.Inputs,
                }),
            },
            images = site.Pictures.Select((picture, i) => new
            {
                picture.Id, title = picture.GivenTitle, label = picture.GivenLabel, picture.Url,
                probabilities = picture.Classes.Select(c => new { c.Unit, label = c.GivenLabel, probability = (float)c.Value }),
                numbers = picture.Numbers?.All.Select(number => new { number.Unit, label = number.GivenLabel, number.Value }) ?? [],
                layers = records[i].Layers.Select(layer => new
                {
                    layer = layer.Id, layer.Url, scale = new { layer.Palette, layer.Minimum, layer.Maximum },
                    units = layer.Units.Select(unit =>
                        new { unit = unit.Index, Url = Routes.Unit(picture.Id, layer.Id, unit.Index), unit.Map, unit.Data }),
                }),
            }),
            verification = worst.Select(error => new
            {
                error.Layer, absolute = Number(error.Absolute), relative = Number(error.OfRange),
                ofBound = Number(error.OfBound), error.Picture
            }),
        };
    }

    /// <summary>JSON has no infinity.</summary>
    private static double? Number(double value) => double.IsFinite(value) ? value : null;

    /// <summary>The sitemap protocol wants absolute addresses; without a base URL there are none to list.</summary>
    private static string Addresses(StagedSite staged, SiteView site)
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var pages = site.BaseUrl.Length == 0 ? [] : staged.Files.Keys
            .Where(route => route.EndsWith("index.html", StringComparison.Ordinal) && !Routes.IsEmbed(route)).Order(StringComparer.Ordinal)
            .Select(route => new XElement(ns + "url",
                new XElement(ns + "loc", Routes.Absolute(site.BaseUrl, route[..^"index.html".Length]))));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XElement(ns + "urlset", pages) + "\n";
    }
}
