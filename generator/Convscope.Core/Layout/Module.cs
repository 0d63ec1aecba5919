using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Texts;

namespace Convscope.Core.Layout;

/// <summary>
/// A part of a deep network that opens and closes: layers that follow each other, or smaller modules that do.
/// </summary>
/// <param name="Title">What it is, from its structure or from the model's author: <c>residual block</c>; of a single layer, its
/// name.</param>
/// <param name="Layers">Its layers, in the network's order.</param>
/// <param name="Steps">The smaller modules that it consists of; empty where its layers are few enough to be shown at once.</param>
/// <param name="Signature">Equal for modules of equal structure, whatever their sizes.</param>
public sealed record Module(Phrase Title, ImmutableArray<Layer> Layers, ImmutableArray<Module> Steps, string Signature)
{
    /// <summary>How many modules of this title it stands for, one after the other: its steps; 1 where it is one itself.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How often its maps' sides are halves of the input's, in a network that is drawn by the size of its maps; else
    /// null.</summary>
    public int? Level { get; init; }

    /// <summary>Whether it is one of several heads, which stand side by side.</summary>
    public bool IsHead { get; init; }

    /// <summary>The layer whose maps stand for the whole when it is closed: what the next module reads.</summary>
    public Layer Face => Layers[^1];

    /// <summary>Whether there is anything to open.</summary>
    public bool Opens => Layers.Length > 1;

    /// <summary>Weights and biases.</summary>
    public long Parameters => Cost.ParametersOf(Layers);
}
