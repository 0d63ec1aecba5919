namespace Convscope.Core.Network;

/// <summary>What a network's main output is.</summary>
public enum NetworkTask
{
    /// <summary>One class of several, or yes or no.</summary>
    Classifier,

    /// <summary>Several yes-or-no's, each on its own.</summary>
    MultiLabel,

    /// <summary>Numbers that mean what they are: an age, a steering angle, the places of landmarks.</summary>
    Regressor,

    /// <summary>Numbers that only mean something beside those of another picture.</summary>
    Embedding,

    /// <summary>Boxes with what is in them.</summary>
    Detector,

    /// <summary>Something for every place of the picture: a segmentation, a depth, another picture.</summary>
    Map,
}

/// <summary>Where the probabilities of a network's main output are from.</summary>
public enum ProbabilityOrigin
{
    /// <summary>There are none: the output is numbers.</summary>
    None,

    /// <summary>The model's file gives them.</summary>
    Given,

    /// <summary>The file ends in logits; what makes probabilities of them was added.</summary>
    Derived,

    /// <summary>The same, but that the numbers are logits is only likely: nothing names the classes.</summary>
    Assumed,
}

/// <summary>What a network's main output is, and how that is known.</summary>
/// <param name="Task">What it is.</param>
/// <param name="Probabilities">Where its probabilities are from.</param>
/// <param name="Reason">How that is known, for people, lower case: <c>it ends in a softmax</c>. May hold names of the model's: hostile
/// until escaped.</param>
public sealed record OutputMeaning(NetworkTask Task, ProbabilityOrigin Probabilities, string Reason)
{
    /// <summary>Whether the model's author says what it is.</summary>
    public bool IsDeclared { get; init; }
}
