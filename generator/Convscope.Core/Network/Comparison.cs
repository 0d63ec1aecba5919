using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>Cells of a layer, recomputed and recorded, side by side.</summary>
internal sealed class Comparison
{
    private readonly double[] _exact;
    private readonly float[] _recorded;
    private readonly bool _isFinite;

    /// <summary>Cells of a layer.</summary>
    /// <param name="exact">Recomputed.</param>
    /// <param name="recorded">As the runtime gave them.</param>
    /// <param name="inputs">What the layer read.</param>
    public Comparison(double[] exact, float[] recorded, IReadOnlyList<Tensor> inputs) =>
        (_exact, _recorded, _isFinite) = (exact, recorded, inputs.All(input => input.NotFinite == 0));

    /// <summary>The worst of the cells.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="output">All of its cells.</param>
    /// <param name="picture">The picture's id.</param>
    /// <param name="bounds">How far single precision may lead each cell; asked for only where there is a difference at all.</param>
    public LayerError Of(Layer layer, Tensor output, string picture, Func<double[]> bounds)
    {
        var differences = new double[_exact.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = Difference(_exact[i], _recorded[i]);
        var absolute = differences.Max();
        var counted = new LayerError(layer.Id, absolute, 0, picture) { Checked = _exact.Length, Cells = output.Shape.Count };
        if (absolute == 0) return counted;
        var allowed = bounds();
        double share = 0;
        for (var i = 0; i < differences.Length; i++)
        {
            if (differences[i] > 0)
                share = Math.Max(share, double.IsFinite(differences[i]) ? differences[i] / allowed[i] : double.PositiveInfinity);
        }

        // Of a bound that is no number nothing can be said, which isn't to say that the layer is right.
        var range = Math.Max((double)output.Finite.Maximum - output.Finite.Minimum, output.Magnitude / 100.0);
        return counted with
        {
            OfBound = double.IsNaN(share) ? double.PositiveInfinity : share,
            OfRange = range == 0
            ? double.PositiveInfinity : absolute / range
        };
    }

    /// <summary>
    /// How far the two are apart. What is infinite or no number is told of the layer where it begins (<see cref="NotFinite"/>); what layers
    /// after it make of that differs from runtime to runtime, and isn't compared.
    /// </summary>
    private double Difference(double exact, float recorded)
    {
        if (float.IsFinite(recorded) && double.IsFinite(exact)) return Math.Abs(exact - recorded);
        return !_isFinite || !float.IsFinite(recorded) ? 0 : double.PositiveInfinity;
    }
}
