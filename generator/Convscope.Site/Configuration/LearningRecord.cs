using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>What a training kept of its way: measurements of every epoch, and the network as it was after some of them.</summary>
/// <param name="Rate">The learning rate, of a cycle the highest.</param>
/// <param name="Batch">Pictures in a batch.</param>
/// <param name="Pictures">Pictures that were trained on.</param>
/// <param name="Measured">Pictures of each kind that loss and accuracy were measured on.</param>
/// <param name="Curves">The measurements of this training.</param>
/// <param name="Plain">Those of another, without random changes to the pictures, of which no network was kept; or null.</param>
/// <param name="Checkpoints">The networks that were kept, in order: at least two.</param>
public sealed record LearningRecord(
    double Rate, int Batch, int Pictures, int Measured, LearningCurves Curves, LearningCurves? Plain,
    ImmutableArray<Checkpoint> Checkpoints)
{
    /// <summary>How many epochs it took.</summary>
    public int Epochs => Curves.Loss.Training.Length - 1;
}

/// <summary>Loss and share of right answers, each on pictures that were trained on and on others.</summary>
public sealed record LearningCurves(LearningCurve Loss, LearningCurve Accuracy);

/// <summary>One measurement, before the first epoch and after each.</summary>
/// <param name="Training">On pictures that were trained on.</param>
/// <param name="HeldOut">On pictures that were not.</param>
public sealed record LearningCurve(ImmutableArray<double> Training, ImmutableArray<double> HeldOut);

/// <summary>The network as it was after an epoch.</summary>
/// <param name="Epoch">The epoch; 0 is before the first step.</param>
/// <param name="File">Its ONNX file, beside the record.</param>
/// <param name="Place">Where it is named.</param>
public sealed record Checkpoint(int Epoch, string File, SourceSpan Place);
