namespace Convscope.Core.Tensors;

/// <summary>Numbers with a shape, row-major, without a batch axis. Never written to once made.</summary>
public sealed class Tensor
{
    private Ends? _finite;

    /// <summary>Wraps values; the array is not copied.</summary>
    /// <exception cref="ArgumentException">The number of values isn't the shape's.</exception>
    public Tensor(Shape shape, float[] values)
    {
        if (values.Length != shape.Count)
            throw new ArgumentException($"{values.Length} values for the shape {shape}", nameof(values));
        (Shape, Values) = (shape, values);
    }

    /// <summary>Sizes, without the batch axis.</summary>
    public Shape Shape { get; }

    /// <summary>All values, row-major.</summary>
    public float[] Values { get; }

    /// <summary>The largest absolute value among the finite ones; 0 when there is none.</summary>
    public float Magnitude => Math.Max(Math.Abs(Finite.Minimum), Math.Abs(Finite.Maximum));

    /// <summary>The smallest and the largest of the finite values, measured once; 0 and 0 when there is none.</summary>
    public (float Minimum, float Maximum) Finite => (Known.Minimum, Known.Maximum);

    /// <summary>How many values are no number, or infinite.</summary>
    public int NotFinite => Known.NotFinite;

    private Ends Known
    {
        get
        {
            // Two threads may both measure it; they find the same.
            var known = Volatile.Read(ref _finite);
            if (known is null) Volatile.Write(ref _finite, known = Measure());
            return known;
        }
    }

    /// <summary>The value of one cell.</summary>
    public float this[int unit, int row = 0, int column = 0] => Values[((unit * Shape.Height) + row) * Shape.Width + column];

    /// <summary>The value of one cell.</summary>
    public float this[Cell cell] => this[cell.Unit, cell.Row, cell.Column];

    /// <summary>The values of one unit's map, row by row.</summary>
    public ReadOnlySpan<float> Map(int unit) => Values.AsSpan(unit * Shape.MapSize, Shape.MapSize);

    private Ends Measure()
    {
        float minimum = float.PositiveInfinity, maximum = float.NegativeInfinity;
        var others = 0;
        foreach (var value in Values)
        {
            if (!float.IsFinite(value))
            {
                others++;
                continue;
            }

            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
        }

        return minimum <= maximum ? new(minimum, maximum, others) : new(0, 0, others);
    }

    private sealed record Ends(float Minimum, float Maximum, int NotFinite);
}
