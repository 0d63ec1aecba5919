using System.Globalization;

namespace Convscope.Core.Planning;

/// <summary>
/// Where every page stands, relative to the site's root, with forward slashes. Links name <c>index.html</c> so that they
/// work from a double-clicked file, where a folder would open as a list of files.
/// </summary>
public static class Routes
{
    /// <summary>First segments that pages and assets use; no picture may be called so.</summary>
    public static readonly IReadOnlySet<string> Reserved =
        new HashSet<string>(StringComparer.Ordinal) { "assets", "compare", "credits", "data", "embed", "figures", "files", "kernels", "layers",
            "learn", "maps", "network", "pictures", "practice", "schema", "try", "verify", "zh", "en" };

    /// <summary>The home page.</summary>
    public const string Home = "index.html";

    /// <summary>The architecture.</summary>
    public const string Network = "network/index.html";

    /// <summary>The verification report.</summary>
    public const string Verify = "verify/index.html";

    /// <summary>Who made the pictures and the model, and under which terms.</summary>
    public const string Credits = "credits/index.html";

    /// <summary>One of the pages that list all pictures, where there are too many to stand on every page.</summary>
    /// <param name="index">0 is the first.</param>
    public static string Pictures(int index) => index == 0 ? "pictures/index.html"
        : string.Create(CultureInfo.InvariantCulture, $"pictures/{index + 1}/index.html");

    /// <summary>What another file's network makes of the same pictures.</summary>
    public const string Compare = "compare/index.html";

    /// <summary>The same of one picture, layer by layer.</summary>
    public static string CompareOf(string picture) => $"compare/{picture}/index.html";

    /// <summary>The page for a reader's own picture.</summary>
    public const string Try = "try/index.html";

    /// <summary>The page on which readers work cells out themselves.</summary>
    public const string Practice = "practice/index.html";

    /// <summary>A sheet of exercises to print.</summary>
    public static string Worksheet(int number) => string.Create(CultureInfo.InvariantCulture, $"practice/worksheet/{number}/index.html");

    /// <summary>All layers, apart from any picture.</summary>
    public const string Layers = "layers/index.html";

    /// <summary>The page for addresses that lead nowhere.</summary>
    public const string NotFound = "404.html";

    /// <summary>The whole network for one picture.</summary>
    public static string Overview(string picture) => $"{picture}/index.html";

    /// <summary>One layer for one picture.</summary>
    public static string Layer(string picture, string layer) => $"{picture}/{layer}/index.html";

    /// <summary>One unit of a layer for one picture.</summary>
    public static string Unit(string picture, string layer, int unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{picture}/{layer}/{unit}/index.html");

    /// <summary>What of a layer doesn't depend on a picture.</summary>
    public static string LayerKernels(string layer) => $"layers/{layer}/index.html";

    /// <summary>The section of the lesson.</summary>
    public const string Lesson = "learn";

    /// <summary>The chapter that the playground is a part of, or stands in for.</summary>
    public const string Playground = "hyperparameters";

    /// <summary>A chapter of the lesson.</summary>
    public static string Chapter(string chapter) => Chapter(Lesson, chapter);

    /// <summary>A page of a section.</summary>
    public static string Chapter(string section, string chapter) => $"{section}/{chapter}/index.html";

    /// <summary>The first page of a section: its table of contents.</summary>
    public static string Section(string section) => $"{section}/index.html";

    /// <summary>Whether a page shows one figure alone, for other sites to frame.</summary>
    public static bool IsEmbed(string route) =>
        route.StartsWith("embed/", StringComparison.Ordinal) || route.Contains("/embed/", StringComparison.Ordinal);

    /// <summary>A page's address with the site's own before it, as search engines want it: letters beyond ASCII are escaped.</summary>
    public static string Absolute(string baseUrl, string route) =>
        baseUrl.TrimEnd('/') + "/" + string.Join('/', route.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The prefix that leads from a page back to the site's root: one <c>../</c> a folder.</summary>
    public static string ToRoot(string route) => string.Concat(Enumerable.Repeat("../", route.Count(c => c == '/')));
}
