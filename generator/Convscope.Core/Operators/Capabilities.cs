using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>A window slides over the input's maps.</summary>
public interface IHasWindow
{
    /// <summary>How it slides.</summary>
    Window Window { get; }
}

/// <summary>Every cell of the input is spread over the output.</summary>
public interface ISpreads
{
    /// <summary>How kernels are laid over the rows of the output.</summary>
    Spread Rows { get; }

    /// <summary>How kernels are laid over its columns.</summary>
    Spread Columns { get; }
}

/// <summary>Every unit weighs what it reads, adds up, and adds its bias.</summary>
public interface IWeighs
{
    /// <summary>How many weights a unit has, as factors: channels, rows, columns.</summary>
    ImmutableArray<int> WeightsOfUnit { get; }

    /// <summary>Whether the model has a bias; where it hasn't, 0 is added.</summary>
    bool HasBias { get; }

    /// <summary>The bias of a unit.</summary>
    float Bias(int unit);
}

/// <summary>Every unit weighs every number of a vector.</summary>
public interface IFullyConnected : IWeighs
{
    /// <summary>Length of the input vector.</summary>
    int Inputs { get; }

    /// <summary>The weights of a unit, one an input.</summary>
    ReadOnlySpan<float> Weights(int unit);

    /// <summary>The equation with its products gathered in groups, one partial sum each.</summary>
    Explanation ExplainGroups(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, InputGroups groups);
}

/// <summary>How the inputs of a vector are gathered: the maps that a flatten laid out in a row.</summary>
/// <param name="Count">How many groups.</param>
/// <param name="Of">The group of an input.</param>
/// <param name="Most">How many groups to name; one part stands for the others.</param>
public sealed record InputGroups(int Count, Func<int, int> Of, int Most = int.MaxValue);

/// <summary>A function of one number, whose graph can be drawn.</summary>
public interface IFunctionOfOne
{
    /// <summary>What the function does, as one sentence.</summary>
    Phrase Meaning { get; }

    /// <summary>The equation, left of the equals sign, with the operand and the constants in braces.</summary>
    Phrase Formula { get; }

    /// <summary>The function of a unit's cells.</summary>
    double Apply(double x, int unit);
}

/// <summary>Brings numbers to a mean and a spread that come from somewhere.</summary>
public interface IHasStatistics
{
    /// <summary>Where mean and variance come from, in words that follow "the mean and the variance": <c>are those of ...</c>.</summary>
    Phrase Origin { get; }
}

/// <summary>Remembers the means that training saw.</summary>
public interface IRemembersTraining
{
    /// <summary>The mean that training saw in each unit.</summary>
    ReadOnlySpan<float> Means { get; }

    /// <summary>Whether it is as it was before training: means 0, variances 1.</summary>
    bool IsUntrained { get; }
}

/// <summary>Shares of classes that lie along one axis.</summary>
public interface ISharesOut
{
    /// <summary>Decimals of a share.</summary>
    const int ShareDecimals = 4;

    /// <summary>Whether the classes are the columns of a row, rather than the units at a cell.</summary>
    bool AlongColumns { get; }
}

/// <summary>Gives whole numbers that stand for fractions.</summary>
public interface IStores
{
    /// <summary>How they do; null where it gives the fractions themselves, or whole numbers that stand for themselves.</summary>
    Quantiser? Stores { get; }
}

/// <summary>Reads a cell of several units, one of which is the cell's own.</summary>
public interface IReadsNeighbours;

/// <summary>Every cell is a copy of one cell of an operand, or a constant that fills the place.</summary>
public interface ICopies
{
    /// <summary>Where a cell of the output is copied from; null where it is filled.</summary>
    Origin? OriginOf(Cell cell);

    /// <summary>The units that a unit of the output is copied from, each with its operand, in the order of first use.</summary>
    IReadOnlyList<(int Operand, int Unit)> OriginsOf(int unit);

    /// <summary>Which input an operand is; -1 for a constant.</summary>
    int InputOf(int operand);
}

/// <summary>Its equation may need more than a page holds, and then stands at the cell that the page opens with.</summary>
public interface IMayStandStill
{
    /// <summary>Whether it does.</summary>
    bool StandsStill { get; }
}

/// <summary>Lays all cells out in one row: its units have no pages, since they are cells of its layer's page.</summary>
public interface ILaysOut
{
    /// <summary>Which axis varies slowest, which next, which fastest; 0 is the channel, 1 the row, 2 the column.</summary>
    ImmutableArray<int> Order { get; }

    /// <summary>Where the number at an index of the vector was.</summary>
    Cell SourceOf(int index, Shape input);
}

/// <summary>Has no equation: it still gets its pictures, its settings and its page.</summary>
public interface IUnexplained
{
    /// <summary>The domain that defines the operator; empty for ONNX's own.</summary>
    string Domain { get; }

    /// <summary>Why: it is another <c>domain</c>'s operator, a <c>form</c> that isn't explained, or <c>unknown</c>.</summary>
    string Reason { get; }

    /// <summary>The page that documents it; empty for another domain's.</summary>
    string Documentation { get; }
}
