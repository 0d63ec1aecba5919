using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// What a layer does. One file an operator: its shape rule, its forward pass in double precision, which part of its
/// input a region of its output depends on, and the equation at one cell. Instances hold their weights and never change.
/// </summary>
public abstract class Operator
{
    /// <summary>The word used in URLs, <c>data-equation</c> and the folder under <c>templates/widgets/</c>: <c>conv</c>,
    /// <c>max-pool</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Its name in messages: its kind; of an operator that isn't explained, ONNX's type.</summary>
    public virtual string ShortName => Kind;

    /// <summary>What people call it within a sentence: <c>convolution</c>.</summary>
    public virtual Phrase Title => Phrase.Named("operator", Kind);

    /// <summary>How many weights and biases it holds.</summary>
    public virtual long Parameters => 0;

    /// <summary>
    /// How many products it adds up for one picture, which is what a network's cost is counted in; 0 for what isn't counted so.
    /// </summary>
    /// <param name="inputs">Shapes of what it reads.</param>
    /// <param name="output">Shape of what it gives.</param>
    public virtual long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) => 0;

    /// <summary>True when its values can be below zero even if its inputs are not, so that its colours are centred on zero.</summary>
    public virtual bool IsSigned => true;

    /// <summary>What its numbers are, where a network ends in it.</summary>
    public virtual OutputKind Gives => OutputKind.Other;

    /// <summary>True when its values lie in 0 to 1 and are read as probabilities.</summary>
    public virtual bool GivesProbabilities => Gives is OutputKind.Shares or OutputKind.Probabilities;

    /// <summary>How it brings several layers together.</summary>
    public virtual Joining Joins => Joining.None;

    /// <summary>True when it gives the same numbers in other axes, so that what it reads says what they are.</summary>
    public virtual bool OnlyReshapes => false;

    /// <summary>True when it picks some of the numbers that it reads, or says where they stand: a network that ends so has its answer
    /// before.</summary>
    public virtual bool OnlyChooses => false;

    /// <summary>What it is for in the drawing of a network, where it reads one layer.</summary>
    /// <param name="from">Shape of what it reads.</param>
    /// <param name="to">Shape of what it gives.</param>
    public virtual LayerRole Role(Shape from, Shape to) =>
        Parameters > 0 ? LayerRole.Mix
        : from.Units == to.Units && from.MapSize > 1 && to.MapSize == 1 ? LayerRole.Pool
        : from.Equals(to) ? LayerRole.Activate : LayerRole.Rearrange;

    /// <summary>True when each output map depends only on the same unit of each input (ReLU, pooling), false when units mix.</summary>
    public virtual bool IsPerUnit => true;

    /// <summary>Output shape from input shapes, all without a batch axis.</summary>
    /// <exception cref="ArgumentException">The shapes are impossible together; the message says why, for people.</exception>
    public abstract Shape OutputShape(IReadOnlyList<Shape> inputs);

    /// <summary>
    /// The whole output in double precision, row-major, from recorded inputs; null when the operator isn't explained
    /// and so can't be recomputed.
    /// </summary>
    public abstract double[]? Forward(IReadOnlyList<Tensor> inputs);

    /// <summary>
    /// How far single precision may lead each cell from what <see cref="Forward"/> gives (<see cref="Rounding"/>): the verification's
    /// tolerance. An operator in which larger numbers than the result are added up on the way says so here.
    /// </summary>
    /// <param name="inputs">The recorded inputs.</param>
    /// <param name="exact">What <see cref="Forward"/> gave.</param>
    public virtual double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => Rounding.OfSteps(exact, i => Math.Abs(exact[i]));

    /// <summary>
    /// Recomputes single cells in double precision, each with its bound, for layers too large to recompute whole; null where that saves
    /// nothing over <see cref="Forward"/>.
    /// </summary>
    public virtual Func<Cell, Recomputed>? Recompute(IReadOnlyList<Tensor> inputs) => null;

    /// <summary>Which cells of input number <paramref name="input"/> the cells of the output read: all that is known of receptive fields
    /// follows from it.</summary>
    public abstract Reading ReadingOf(int input, Shape inputShape);

    /// <summary>The region of input number <paramref name="input"/> that a region of the output depends on, unclipped.</summary>
    public Region InputRegion(int input, Region output, Shape inputShape) => ReadingOf(input, inputShape).Over(output, inputShape);

    /// <summary>The equation at one cell of the recorded output; null when there is none to show.</summary>
    public abstract Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell);

    /// <summary>
    /// The equation at one cell where only some of the input's units have their maps in the site: an operator that adds up units
    /// writes those out, and the others as one part (<see cref="ChannelFold"/>), so that the script needs no numbers of hidden units.
    /// </summary>
    /// <param name="inputs">The recorded inputs.</param>
    /// <param name="output">The recorded output.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="shown">The units of the first input whose maps are in the site.</param>
    public virtual Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, IReadOnlySet<int> shown) =>
        Explain(inputs, output, cell);

    /// <summary>
    /// The sizes that define it, for the network page: <c>("kernel", "3 × 3")</c>, <c>("stride", "2")</c>. Empty when it has none.
    /// </summary>
    public virtual IReadOnlyList<Setting> Settings => [];

    /// <summary>What the script needs to compute the whole layer itself.</summary>
    public virtual OperatorDescription Describe() => OperatorDescription.None;

    /// <summary>
    /// What the script needs to compute one unit's cells itself: weights of that unit, sizes, the bias. Serialised as JSON
    /// into the unit's page and read by the operator's widget; null when the operator has nothing to add.
    /// </summary>
    public virtual object? Describe(int unit) => null;

    /// <summary>The same for a page whose equation doesn't write out all units.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="listed">The units of the input that the page's equation writes out.</param>
    public virtual object? Describe(int unit, IReadOnlySet<int> listed) => Describe(unit);

    /// <summary>
    /// How strongly a unit weighs each of its input's units, for the overview's curves: the mean magnitude of the weights
    /// between the two, with the sign of their sum, from <see cref="InputRegion"/>'s first unit on. Null where nothing is weighed.
    /// </summary>
    public virtual IReadOnlyList<double>? Strengths(int unit) => null;

    /// <summary>Whether a unit depends on an input at all; of a concatenation, on only one.</summary>
    public virtual bool Reads(int unit, int input) => true;
}

/// <summary>A cell worked out again.</summary>
/// <param name="Exact">Its value in double precision.</param>
/// <param name="Bound">How far single precision may lead from it.</param>
public readonly record struct Recomputed(double Exact, double Bound);
