using System.Collections.Concurrent;
using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Site.Lessons;

/// <summary>Runs the networks that a training kept on the pictures of a lesson, each picture once: a checkpoint is a model.</summary>
/// <param name="source">What was kept.</param>
/// <param name="network">The network of the site: the kept ones must have its layers.</param>
/// <param name="options">How its file was read.</param>
public sealed class LearningRuns(LearningSource source, NetworkGraph network, ModelOptions options)
{
    /// <summary>Half precision keeps eleven binary digits.</summary>
    private const double HalfPrecision = 1.0 / 1024;

    private readonly ConcurrentDictionary<int, Lazy<ImmutableArray<TrainedNetwork>>> _pictures = new();

    /// <summary>The record.</summary>
    public LearningRecord Record => source.Record;

    /// <summary>What each kept network makes of a picture.</summary>
    /// <exception cref="DiagnosticException">A file is no model, or none with the layers of the site's network.</exception>
    public ImmutableArray<TrainedNetwork> On(LessonPicture picture) => _pictures.GetOrAdd(picture.Index, _ => new(() =>
        [.. Record.Checkpoints.Select((kept, i) => Run(kept, source.Networks[i], picture[network.Input].Values))])).Value;

    /// <summary>Whether the network of the site is the last that was kept, but for rounding.</summary>
    public bool IsOwn(TrainedNetwork last) => network.Layers.All(layer => layer.Operator is not IHasKernels kernels
        || (last.Network[layer.Id].Operator is IHasKernels kept && AreAlike(kernels.Weights, kept.Weights)));

    private TrainedNetwork Run(Checkpoint kept, byte[] file, float[] input)
    {
        using var model = OnnxModel.Load(file, kept.Place, options with { Folder = null });
        var (own, its) = (Layers(network), Layers(model.Network));
        if (own.Except(its).Concat(its.Except(own)).FirstOrDefault() is { } different)
            throw new DiagnosticException(DiagnosticCodes.BadValue,
                $"'{kept.File}' isn't the model after epoch {kept.Epoch}: the two differ in the layer {different}", kept.Place);
        return new(kept.Epoch, model.Network, model.Run(input));
    }

    private static string[] Layers(NetworkGraph network) =>
        [.. network.Layers.Select(layer => $"'{layer.Id}' ({layer.Operator.Kind}, {layer.Shape})")];

    private static bool AreAlike(ReadOnlySpan<float> own, ReadOnlySpan<float> kept)
    {
        var largest = 0f;
        foreach (var weight in own) largest = Math.Max(largest, Math.Abs(weight));
        for (var i = 0; i < own.Length; i++)
        {
            if (Math.Abs(own[i] - kept[i]) > HalfPrecision * largest) return false;
        }

        return own.Length == kept.Length;
    }
}

/// <summary>A network on its way, and what it makes of a picture.</summary>
/// <param name="Epoch">After which epoch; 0 is before the first step.</param>
/// <param name="Network">Its layers are those of the site's network, with other weights.</param>
/// <param name="Activations">What each layer gave.</param>
public sealed record TrainedNetwork(int Epoch, NetworkGraph Network, Activations Activations)
{
    /// <summary>What a layer gave.</summary>
    public Tensor this[Layer layer] => Activations[Network[layer.Id]];
}
