using System.Collections.Immutable;
using System.Security.Cryptography;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Site.Configuration;

namespace Convscope.Site.Loading;

/// <summary>Another model's file, whose network is compared with the site's.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Metadata">What is said of it, and of the site's model where nothing is said of it: labels, how pictures are
/// prepared.</param>
/// <param name="Said">The texts that say it.</param>
public sealed record ComparedFile(SourcePath File, FileBytes Bytes, ModelMetadata Metadata, ImmutableArray<string> Said)
{
    /// <summary>SHA-256 of the file.</summary>
    public required Task<byte[]> Hash { get; init; }

    /// <summary>Whether its pictures are prepared otherwise than the site's model's.</summary>
    public bool HasOwnRecipe { get; init; }

    /// <summary>The file that the command line names, or the configuration where the command line names no other model; null for
    /// none.</summary>
    public static SourcePath? Choose(BuildOptions options, SiteConfig config, SourcePaths paths)
    {
        var configured = options.Model is null ? config.Compare : "";
        return options.Compare is null && configured.Length == 0
            ? null : paths.Choose(options.Compare, configured, config.Places.GetValueOrDefault("compare"));
    }

    /// <summary>Reads it.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="site">What is said of the site's model.</param>
    /// <param name="options">What the command line says: it counts for both.</param>
    /// <param name="diagnostics">Gets the mistakes.</param>
    /// <exception cref="DiagnosticException">A file can't be read.</exception>
    public static ComparedFile Read(SourcePath file, ModelMetadata site, BuildOptions options, List<Diagnostic> diagnostics)
    {
        var bytes = ModelLoader.Bytes(file, diagnostics);
        var (own, said) = ModelLoader.Metadata(file, bytes, options with { Labels = null }, diagnostics);
        var recipe = RecipeOf(own, site);
        return new(file, new(bytes), own with
        {
            Labels = own.Labels.IsEmpty ? site.Labels : own.Labels,
            AreLabelsOfFile = true,
            Preprocessing = recipe,
            Layout = own.Layout ?? site.Layout,
            FoldBatchNorm = own.FoldBatchNorm || site.FoldBatchNorm,
            Probabilities = own.Probabilities ?? site.Probabilities,
            Task = own.Task ?? site.Task,
            Inputs = own.Inputs.IsEmpty ? site.Inputs : own.Inputs,
            Layers = own.Layers.IsEmpty ? site.Layers : own.Layers,
        }, said)
        {
            Hash = Task.Run(() => SHA256.HashData(bytes)),
            HasOwnRecipe = !AreSame(recipe, site.Preprocessing),
        };
    }

    /// <summary>What pages call the two files, so that they can be told apart: their names, with their folders where they are
    /// the same.</summary>
    public static (string Model, string Other) NamesOf(SourcePath model, SourcePath other)
    {
        var (one, two) = (Path.GetFileName(model.Full), Path.GetFileName(other.Full));
        if (one != two) return (one, two);
        var (folder, others) = (Path.GetFileName(Path.GetDirectoryName(model.Full)), Path.GetFileName(Path.GetDirectoryName(other.Full)));
        return folder != others ? ($"{folder}/{one}", $"{others}/{two}") : (model.Shown, other.Shown);
    }

    /// <summary>What its YAML file says; else the values that the file itself states, or usual ones where the site's author says nothing
    /// of his model's, in a picture that is prepared as that one's; else that one's recipe.</summary>
    private static Preprocessing RecipeOf(ModelMetadata own, ModelMetadata site)
    {
        if (own.AreValuesSaid) return own.Preprocessing;
        var shared = site.Preprocessing with { Channels = own.Stated.Channels ?? site.Preprocessing.Channels };
        return site.AreValuesSaid && own.Stated.Range is null ? shared : shared with
        {
            Preset = "",
            Invert = false,
            Scale = own.Preprocessing.Scale,
            Mean = own.Preprocessing.Mean,
            Std = own.Preprocessing.Std,
        };
    }

    private static bool AreSame(Preprocessing one, Preprocessing other) => Bare(one) == Bare(other)
        && one.Mean.SequenceEqual(other.Mean) && one.Std.SequenceEqual(other.Std);

    private static Preprocessing Bare(Preprocessing recipe) => recipe with { Preset = "", Mean = [], Std = [] };
}
