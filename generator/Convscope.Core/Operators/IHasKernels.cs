namespace Convscope.Core.Operators;

/// <summary>An operator with one kernel between each of its units and each channel that the unit reads.</summary>
public interface IHasKernels : IWeighs
{
    /// <summary>Kernels of more rows or columns are too many products to work out by hand.</summary>
    const int MostPractised = 5;

    /// <summary>Input channels that one unit reads.</summary>
    int InputsPerGroup { get; }

    /// <summary>Rows of a kernel.</summary>
    int KernelHeight { get; }

    /// <summary>Columns of a kernel.</summary>
    int KernelWidth { get; }

    /// <summary>How many input channels an equation writes out at most: some hundred and fifty products can be read, not five
    /// thousand.</summary>
    int Listed { get; }

    /// <summary>All weights, kernel after kernel.</summary>
    ReadOnlySpan<float> Weights { get; }

    /// <summary>The kernel of a unit for the i-th channel that it reads, row by row.</summary>
    ReadOnlySpan<float> Kernel(int unit, int i);

    /// <summary>Which channel of the input is the i-th that a unit reads.</summary>
    int InputChannelOf(int unit, int i);
}
