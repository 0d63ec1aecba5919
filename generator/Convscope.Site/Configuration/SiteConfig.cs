using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>What <c>site.yaml</c> says. Paths are as written; they are relative to the site's root.</summary>
public sealed record SiteConfig
{
    /// <summary>The site's name, on every page.</summary>
    public string Title { get; init; } = "Convscope";

    /// <summary>One sentence for search engines and link previews.</summary>
    public string Description { get; init; } = "A convolutional network, every number of it, on pages.";

    /// <summary>BCP 47 language of the pages.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The ONNX file.</summary>
    public string Model { get; init; } = "models/tiny-vgg.onnx";

    /// <summary>Another ONNX file, whose network is compared with the model's; empty for none.</summary>
    public string Compare { get; init; } = "";

    /// <summary>The folder of pictures.</summary>
    public string Images { get; init; } = "content/images";

    /// <summary>The folder of Markdown texts.</summary>
    public string Content { get; init; } = "content/en";

    /// <summary>The folder of files that go into the site as they are.</summary>
    public string Static { get; init; } = "content/static";

    /// <summary>The folder of templates that shadow the built-in ones.</summary>
    public string Templates { get; init; } = "templates";

    /// <summary>The folder to build into.</summary>
    public string Output { get; init; } = "output";

    /// <summary>Where each key of a path that is written down has its value: <c>images</c> at line 5.</summary>
    public ImmutableDictionary<string, SourceSpan> Places { get; init; } = ImmutableDictionary<string, SourceSpan>.Empty;

    /// <summary>Where the site will stand: absolute, only for canonical links, the sitemap and previews. Empty when unknown.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>How much of a large model is shown.</summary>
    public SiteLimits Limits { get; init; } = new();

    /// <summary>How many units of a layer get a map and a page at most.</summary>
    public int MaxUnits => Limits.Units ?? 64;

    /// <summary>Whether the network computes pictures of the reader's own.</summary>
    public LiveChoice Live { get; init; }

    /// <summary>Whether raw HTML in Markdown is kept; otherwise it is shown as text.</summary>
    public bool Html { get; init; } = true;

    /// <summary>Whether each script has a source map beside it.</summary>
    public bool HasSourceMaps { get; init; }

    /// <summary>Whether a layer that isn't what its recomputation gives is told on its pages; otherwise it stops the build.</summary>
    public bool WarnsOfErrors { get; init; }

    /// <summary>Whether a page over its budget stops the build; otherwise it is told.</summary>
    public bool EnforcesBudgets { get; init; }
}
