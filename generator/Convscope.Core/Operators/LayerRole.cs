namespace Convscope.Core.Operators;

/// <summary>What a layer is for, as far as the drawing of a network goes.</summary>
public enum LayerRole
{
    /// <summary>Holds the picture.</summary>
    Input,

    /// <summary>Weighs and sums its inputs: convolution, dense.</summary>
    Mix,

    /// <summary>Scales and shifts: batch normalisation, a constant factor.</summary>
    Normalise,

    /// <summary>A function of one number, or anything else that keeps its shape: ReLU, softmax.</summary>
    Activate,

    /// <summary>Takes a window's largest or mean.</summary>
    Pool,

    /// <summary>Brings several layers together: addition, concatenation.</summary>
    Join,

    /// <summary>Moves numbers about: flatten, reshape, resize.</summary>
    Rearrange,
}
