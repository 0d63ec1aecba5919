using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Batch normalisation as it is used after training: each unit with the mean and the variance that training left
/// (Ioffe and Szegedy 2015). https://onnx.ai/onnx/operators/onnx__BatchNormalization.html
/// </summary>
[OnnxOperator("BatchNormalization", Axes = AxisRule.ChannelsFirst, Form = NodeForm.Statistics)]
public sealed class BatchNorm : Normalisation, IRemembersTraining
{
    private readonly float[] _means;
    private readonly float[] _variances;

    /// <summary>Reads the five settings.</summary>
    /// <exception cref="NotSupportedException">One of them is computed, or the node is in training mode.</exception>
    public BatchNorm(NodeDescription node)
        : base(node.Float("epsilon", 1e-5f), Vector(node, 1), Vector(node, 2))
    {
        if (node.Int("training_mode", 0) != 0) throw new NotSupportedException();
        (_means, _variances) = (Vector(node, 3), Vector(node, 4));
    }

    /// <summary>The mean that training saw in each unit.</summary>
    public ReadOnlySpan<float> Means => _means;

    /// <summary>Whether it is as it was before training: means 0, variances 1.</summary>
    public bool IsUntrained => Array.TrueForAll(_means, mean => mean == 0) && Array.TrueForAll(_variances, variance => variance == 1);

    /// <inheritdoc/>
    public override string Kind => "batch-norm";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override long Parameters => 4L * _means.Length;

    /// <inheritdoc/>
    public override OperatorDescription Describe() => Described(new { epsilon = Epsilon }, ("mean", _means), ("variance", _variances));

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.Same;

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Statistics(Tensor input, int unit) => (_means[unit], _variances[unit]);

    private static float[] Vector(NodeDescription node, int input) =>
        node.Constants.TryGetValue(input, out var constant) ? constant.Values : throw new NotSupportedException();
}
