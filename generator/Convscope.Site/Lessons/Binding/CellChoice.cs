using Convscope.Core.Tensors;
using Convscope.Site.Configuration;

namespace Convscope.Site.Lessons.Binding;

/// <summary>A cell of a map, by row and column or by a rule that the map decides.</summary>
/// <param name="Rule"><c>strongest</c>, <c>lowest</c>, <c>middle</c>, <c>last</c>, or empty for the given cell.</param>
public sealed record CellChoice(string Rule, int Row = 0, int Column = 0)
{
    private static readonly string[] Rules = ["strongest", "lowest", "middle", "last"];

    /// <summary>Reads <c>row,column</c> or a rule.</summary>
    public static CellChoice Parse(string text, Shape? shape, out string? problem)
    {
        problem = null;
        if (Rules.Contains(text)) return new(text);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || Arguments.Number(text.AsSpan(0, comma)) is not { } row
            || Arguments.Number(text.AsSpan(comma + 1)) is not { } column)
        {
            problem = $"a cell is row,column such as 3,5, or one of {string.Join(", ", Rules)}; '{text}' is neither{(comma < 0 ? Near(text) : "")}";
            return new("strongest");
        }

        if (shape is not null && (row >= shape.Height || column >= shape.Width))
            problem = FormattableString.Invariant(
                $"the maps have {shape.Height} rows and {shape.Width} columns, counted from 0; there is no cell {row},{column}");
        return new("", row, column);
    }

    /// <summary>The cell on a unit's map.</summary>
    /// <param name="tensor">The layer's activation.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="input">What the layer read; among equally low cells, that with the lowest input counts.</param>
    public Cell On(Tensor tensor, int unit, Tensor? input) => Rule switch
    {
        "strongest" => MapStatistics.Of(tensor, unit).Strongest,
        "middle" => new(unit, tensor.Shape.Height / 2, tensor.Shape.Width / 2),
        "last" => new(unit, tensor.Shape.Height - 1, tensor.Shape.Width - 1),
        "lowest" => Lowest(tensor, unit, input),
        _ => new(unit, Row, Column),
    };

    private static Cell Lowest(Tensor tensor, int unit, Tensor? input)
    {
        var map = tensor.Map(unit);
        var before = input is not null && input.Shape.Equals(tensor.Shape) ? input.Map(unit) : map;
        var lowest = 0;
        for (var i = 1; i < map.Length; i++)
        {
            if (map[i] < map[lowest] || (map[i] == map[lowest] && before[i] < before[lowest])) lowest = i;
        }

        return new(unit, lowest / tensor.Shape.Width, lowest % tensor.Shape.Width);
    }

    private static string Near(string text) =>
        Suggestion.For(text, Rules) is var near && near.StartsWith("; did", StringComparison.Ordinal) ? near : "";
}
