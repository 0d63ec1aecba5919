using Convscope.Core.Network;
using Convscope.Inference;
using Convscope.Site.Configuration;

namespace Convscope.Site.Loading;

/// <summary>What the command line says; null leaves it to <c>site.yaml</c>.</summary>
public sealed record BuildOptions
{
    /// <summary>The site's root: paths in <c>site.yaml</c> are relative to it.</summary>
    public string Root { get; init; } = ".";

    /// <summary>The configuration, relative to the root.</summary>
    public string? Config { get; init; }

    /// <summary>The ONNX file, relative to the working folder.</summary>
    public string? Model { get; init; }

    /// <summary>Another ONNX file to compare it with, relative to the working folder.</summary>
    public string? Compare { get; init; }

    /// <summary>A file of labels, or the name of a known list.</summary>
    public string? Labels { get; init; }

    /// <summary>What is said of the input; goes before the model's YAML file.</summary>
    public InputSettings Input { get; init; } = new();

    /// <summary>Whether batch normalisation is folded.</summary>
    public bool? FoldBatchNorm { get; init; }

    /// <summary>What makes probabilities of logits.</summary>
    public ProbabilityChoice? Probabilities { get; init; }

    /// <summary>What the output is.</summary>
    public NetworkTask? Task { get; init; }

    /// <summary>Whether a layer that isn't what its recomputation gives is told rather than stops the build; goes before
    /// <c>site.yaml</c>.</summary>
    public bool? WarnsOfErrors { get; init; }

    /// <summary>How much is shown; goes before <c>site.yaml</c>.</summary>
    public SiteLimits Limits { get; init; } = new();

    /// <summary>A folder of pictures.</summary>
    public string? Images { get; init; }

    /// <summary>The folder to build into.</summary>
    public string? Output { get; init; }

    /// <summary>A ZIP of the site to write, relative to the working folder; null for none.</summary>
    public string? Zip { get; init; }

    /// <summary>Where the site will stand.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Threads; 0 takes one a processor.</summary>
    public int Jobs { get; init; }

    /// <summary>Bytes of activations that may be kept between a picture's two turns; beyond, the network runs again. The site is the
    /// same.</summary>
    public long KeptBytes { get; init; } = 32_000_000;

    /// <summary>How long to wait for another build into the same folder.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Build even when nothing has changed.</summary>
    public bool NoCache { get; init; }
}
