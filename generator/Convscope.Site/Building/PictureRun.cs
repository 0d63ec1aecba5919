using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Rendering.Pictures;
using Convscope.Site.Configuration;

namespace Convscope.Site.Building;

/// <summary>One picture gone through the network.</summary>
/// <param name="Entry">What is known of the picture.</param>
/// <param name="Original">As decoded.</param>
/// <param name="Seen">What the network sees, opaque RGB, before its numbers are scaled.</param>
/// <param name="Activations">What every layer gave.</param>
/// <param name="Errors">How far each layer is from its recomputation.</param>
public sealed record PictureRun(
    PictureEntry Entry, Picture Original, byte[] Seen, Activations Activations, ImmutableArray<LayerError> Errors);
