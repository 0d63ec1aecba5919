using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Inference;

/// <summary>What the site's author says of a model where the file leaves it open.</summary>
public sealed record ModelOptions
{
    /// <summary>Order of the input's axes; null reads it off the file.</summary>
    public InputLayout? Layout { get; init; }

    /// <summary>Rows of the input, for a model that takes any number; null tries the usual ones.</summary>
    public int? Height { get; init; }

    /// <summary>Columns of the input, for a model that takes any number; null tries the usual ones.</summary>
    public int? Width { get; init; }

    /// <summary>Folder in which files lie that the model keeps weights in; null when it must be one file.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether a batch normalisation after a convolution becomes a part of it instead of a layer.</summary>
    public bool FoldBatchNorm { get; init; }

    /// <summary>What makes probabilities of a model's logits; null adds a softmax where it is a classifier's.</summary>
    public ProbabilityChoice? Probabilities { get; init; }

    /// <summary>What the output is; null tells it from the file.</summary>
    public NetworkTask? Task { get; init; }

    /// <summary>How many labels there are.</summary>
    public int Labels { get; init; }

    /// <summary>Names that the author gives layers, by any name that a layer has (<see cref="Layer.IsCalled"/>).</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Numbers of inputs that aren't the picture's, by name: one for all of an input's cells, or one for each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Inputs { get; init; } =
        ImmutableSortedDictionary<string, IReadOnlyList<double>>.Empty;

    /// <summary>Rows and columns that the file says it was trained with: tried first where it takes any.</summary>
    public (int Height, int Width)? TrainedSides { get; init; }
}

/// <summary>What makes probabilities of logits.</summary>
public enum ProbabilityChoice
{
    /// <summary>A softmax, which shares 1 out among the classes.</summary>
    Derive,

    /// <summary>A sigmoid, a probability of its own for each.</summary>
    Sigmoid,

    /// <summary>Nothing: the numbers are shown as they are.</summary>
    None,
}
