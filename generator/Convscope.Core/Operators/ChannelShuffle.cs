using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Deals the units of several groups out in turn, as cards are shuffled: with n units a group, unit u comes from unit
/// <c>(u mod groups) n + u / groups</c>. It stands in files as reshape, transpose, reshape (Zhang et al., ShuffleNet, CVPR 2018).
/// </summary>
[OnnxOperator("ChannelShuffle")]
public sealed class ChannelShuffle : AxisCopy
{
    private readonly int _groups;

    /// <summary>Reads the attribute <c>groups</c>.</summary>
    /// <exception cref="NotSupportedException">The groups don't divide the units.</exception>
    public ChannelShuffle(NodeDescription node)
        : this(node.InputShapes[0], (int)node.Int("groups", 1))
    {
    }

    /// <summary>A shuffle of some groups.</summary>
    /// <exception cref="NotSupportedException">The groups don't divide the units.</exception>
    public ChannelShuffle(Shape shape, int groups)
        : base(shape, shape, axis => axis > 0 ? [.. Enumerable.Range(0, shape.Sizes[axis])] : Dealt(shape.Units, groups)) =>
            _groups = groups;

    /// <inheritdoc/>
    public override string Kind => "channel-shuffle";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [new("groups", _groups)];

    private static int[] Dealt(int units, int groups) => groups > 0 && units % groups == 0
        ? [.. Enumerable.Range(0, units).Select(unit => (unit % groups * (units / groups)) + (unit / groups))]
        : throw new NotSupportedException();
}
