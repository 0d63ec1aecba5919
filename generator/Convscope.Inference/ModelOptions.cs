using Convscope.Core.Network;

namespace Convscope.Inference;

/// <summary>What the site's author says of a model's input where the file leaves it open.</summary>
public sealed record ModelOptions
{
    /// <summary>Order of the input's axes; null reads it off the file.</summary>
    public InputLayout? Layout { get; init; }

    /// <summary>Rows of the input, for a model that takes any number.</summary>
    public int? Height { get; init; }

    /// <summary>Columns of the input, for a model that takes any number.</summary>
    public int? Width { get; init; }

    /// <summary>Whether batch normalisation becomes part of the convolution before it.</summary>
    public bool FoldBatchNorm { get; init; }

    /// <summary>Whether logits get probabilities of their own; null leaves it to the network.</summary>
    public bool? DeriveProbabilities { get; init; }
}
