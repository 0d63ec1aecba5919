namespace Convscope.Core.Operators;

/// <summary>How an operator brings several layers together, by which modules are told apart.</summary>
public enum Joining
{
    /// <summary>It reads one layer, or several for what is no joining.</summary>
    None,

    /// <summary>Adds them up: the shortcut of a residual block.</summary>
    Sum,

    /// <summary>Takes one from the other.</summary>
    Difference,

    /// <summary>Multiplies them: a gate.</summary>
    Product,

    /// <summary>Divides one by the other.</summary>
    Quotient,

    /// <summary>Puts their units one after another.</summary>
    Stack,

    /// <summary>Cell by cell in another way.</summary>
    Cellwise,
}
