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

    /// <summary>Whether a model that ends in logits gets a softmax; null does so where it looks like a classifier.</summary>
    public bool? DeriveProbabilities { get; init; }
}
