using Convscope.Core.Diagnostics;
using Convscope.Core.Network;

namespace Convscope.Site.Building;

/// <summary>What a build did.</summary>
/// <param name="Output">The output folder as the user named it.</param>
/// <param name="IsUnchanged">True when nothing had changed and nothing was written.</param>
/// <param name="Pages">HTML pages.</param>
/// <param name="Maps">Activation maps.</param>
/// <param name="Kernels">Pictures of kernels.</param>
/// <param name="Bytes">Bytes of all files.</param>
/// <param name="Worst">The worst verification error, or null when no layer could be recomputed.</param>
/// <param name="Stages">How long each stage took.</param>
public sealed record BuildSummary(
    string Output, bool IsUnchanged, int Pages, int Maps, int Kernels, long Bytes, LayerError? Worst, IReadOnlyList<StageTime> Stages)
{
    /// <summary>What should be put right, though it didn't stop the build.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Size of the ZIP, or null where none was asked for.</summary>
    public long? ZipBytes { get; init; }

    /// <summary>What of a large network, or of many pictures, was left out, and what to set to have more.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>How far a build is.</summary>
/// <param name="Stage">What is being done, for people.</param>
/// <param name="Done">Pictures done.</param>
/// <param name="Total">Pictures in all.</param>
public sealed record BuildProgress(string Stage, int Done, int Total);
