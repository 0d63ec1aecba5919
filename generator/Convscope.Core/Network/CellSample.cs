using Convscope.Core.Tensors;

namespace Convscope.Core.Network;

/// <summary>
/// Which cells of a layer are recomputed where all would be too many: of every unit, or of units evenly spread, the corners, the
/// middles of the edges and the strongest cell; the rest drawn at random with a fixed seed, so that every build draws the same.
/// </summary>
public static class CellSample
{
    private const ulong Seed = 20200417;
    private const int PlacesAUnit = 9;

    /// <summary>Chosen cells, about as many as asked for and each at most a few times.</summary>
    public static IEnumerable<Cell> Of(Tensor output, int count)
    {
        var shape = output.Shape;
        var units = Math.Clamp(count / 2 / PlacesAUnit, 1, shape.Units);
        var left = count;
        for (var i = 0; i < units; i++)
        {
            foreach (var cell in Places(output, (int)((long)i * shape.Units / units)))
            {
                yield return cell;
                left--;
            }
        }

        for (var state = Seed; left > 0; left--)
        {
            var index = (int)(Next(ref state) % (ulong)shape.Count);
            var (line, column) = Math.DivRem(index, shape.Width);
            var (unit, row) = Math.DivRem(line, shape.Height);
            yield return new(unit, row, column);
        }
    }

    private static IEnumerable<Cell> Places(Tensor output, int unit)
    {
        var (bottom, right) = (output.Shape.Height - 1, output.Shape.Width - 1);
        int[] rows = [0, bottom / 2, bottom], columns = [0, right / 2, right];
        var edge = from row in rows.Distinct()
                   from column in columns.Distinct()
                   where row is 0 || row == bottom || column is 0
            || column == right
                   select new Cell(unit, row, column);
        return edge.Append(MapStatistics.Of(output, unit).Strongest).Distinct();
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
