namespace Convscope.Core.Tensors;

/// <summary>What a map's text alternative says of it.</summary>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="ZeroShare">Share of values that are exactly zero, 0 to 1.</param>
/// <param name="Strongest">The cell with the largest absolute value; the first in reading order of equals.</param>
public sealed record MapStatistics(float Minimum, float Maximum, double Mean, double ZeroShare, Cell Strongest)
{
    /// <summary>Largest absolute value.</summary>
    public float Magnitude => Math.Max(Math.Abs(Minimum), Math.Abs(Maximum));

    /// <summary>Measures one unit of a tensor.</summary>
    public static MapStatistics Of(Tensor tensor, int unit)
    {
        var map = tensor.Map(unit);
        float minimum = map[0], maximum = map[0];
        double sum = 0;
        int zeros = 0, strongest = 0;
        for (var i = 0; i < map.Length; i++)
        {
            var value = map[i];
            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
            if (value == 0) zeros++;
            if (Math.Abs(value) > Math.Abs(map[strongest])) strongest = i;
            sum += value;
        }

        var cell = new Cell(unit, strongest / tensor.Shape.Width, strongest % tensor.Shape.Width);
        return new(minimum, maximum, sum / map.Length, (double)zeros / map.Length, cell);
    }
}
