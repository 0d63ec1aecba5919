namespace Convscope.Core.Operators;

/// <summary>What the numbers are that an operator gives, where a network ends in it.</summary>
public enum OutputKind
{
    /// <summary>Nothing is known.</summary>
    Other,

    /// <summary>Numbers of any size and sign: logits, or what a regressor says.</summary>
    Linear,

    /// <summary>Probabilities that add up to 1.</summary>
    Shares,

    /// <summary>The logarithms of such.</summary>
    LogShares,

    /// <summary>Numbers between 0 and 1, each on its own.</summary>
    Probabilities,
}
