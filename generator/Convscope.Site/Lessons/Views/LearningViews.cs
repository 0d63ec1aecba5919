using System.Collections.Immutable;
using Convscope.Core.Explain;

namespace Convscope.Site.Lessons.Views;

/// <summary>One measurement over the epochs, drawn on training pictures and on others.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Levels">Lines across, with what they stand for.</param>
/// <param name="Epochs">Marks below, with their epochs.</param>
public sealed record ChartView(
    string Name, ImmutableArray<ChartLine> Lines, ImmutableArray<ChartMark> Levels, ImmutableArray<ChartMark> Epochs);

/// <summary>One line of a chart, from left to right.</summary>
/// <param name="Points">As SVG has them.</param>
/// <param name="End">The height of its end, where its name stands.</param>
/// <param name="IsHeldOut">Whether it is of pictures that were not trained on.</param>
public sealed record ChartLine(string Name, string Points, string End, bool IsHeldOut);

/// <summary>A mark on an axis.</summary>
public sealed record ChartMark(string At, string Text);

/// <summary>The network after an epoch, on one picture.</summary>
/// <param name="Sheet">A picture of all its kernels: a column a unit, a row a channel.</param>
/// <param name="Loss">On pictures that were not trained on.</param>
/// <param name="Right">The share of right answers on these.</param>
public sealed record EpochView(
    int Epoch, string Name, ScaleEnds KernelScale, ScaleEnds MapScale, SheetImage Sheet, ImmutableArray<SheetImage> Maps,
    ImmutableArray<ShareView> Shares, Number Loss, CellView Right);

/// <summary>A picture in the figure.</summary>
/// <param name="Columns">Of kernels: how many stand side by side.</param>
/// <param name="Rows">And one below the other.</param>
public sealed record SheetImage(string Name, string Picture, int Width, int Height, string Alt, int Columns = 1, int Rows = 1);

/// <summary>The network on its way.</summary>
/// <param name="KernelsOf">The layer whose kernels are shown.</param>
/// <param name="MapsOf">The layer whose maps are shown.</param>
/// <param name="IsOwn">Whether the last is the network of the site.</param>
public sealed record EpochsView(
    ImmutableArray<EpochView> Epochs, string KernelsOf, string MapsOf, bool IsOwn);

/// <summary>What the first and the last colour of a scale stand for.</summary>
public sealed record ScaleEnds(Number Low, Number High);

/// <summary>One step of gradient descent on one picture.</summary>
/// <param name="Weights">A weight of each of two classes that reads the same number.</param>
/// <param name="Place">Where that number is.</param>
/// <param name="Share">The probability of the true class before.</param>
/// <param name="NewShare">And after all weights and biases of the layer have made the step.</param>
public sealed record StepView(
    ImmutableArray<ClassStep> Weights, string Place, int Epoch, Number Share, Number Loss, Number NewShare, Number NewLoss);

/// <summary>The step of one weight.</summary>
public sealed record ClassStep(string Label, bool IsTrue, DescentStep Step);
