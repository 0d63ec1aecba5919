using System.Globalization;

namespace Convscope.Cli.Reporting;

/// <summary>Aligned columns of text. Where they don't fit, the widest of the text columns is shortened.</summary>
public sealed class TextTable((string Title, bool IsNumber)[] columns)
{
    private const string Gap = "  ";
    private const int Narrowest = 8;
    private readonly List<string[]> _rows = [[.. columns.Select(column => column.Title)]];

    /// <summary>Makes a table.</summary>
    /// <param name="first">Title of the first column, and whether it is aligned right.</param>
    /// <param name="others">The other columns.</param>
    public TextTable((string Title, bool IsNumber) first, params (string Title, bool IsNumber)[] others)
        : this([first, .. others])
    {
    }

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="width">The most columns of text, or null for any.</param>
    public void Write(TextWriter output, int? width)
    {
        var widths = Enumerable.Range(0, columns.Length).Select(column => _rows.Max(row => Length(row[column]))).ToArray();
        while (width is { } most && widths.Sum() + (Gap.Length * (columns.Length - 1)) > most)
        {
            var widest = Enumerable.Range(0, columns.Length).Where(column => !columns[column].IsNumber).MaxBy(column => widths[column]);
            if (widths[widest] <= Narrowest) break;
            widths[widest]--;
        }

        foreach (var row in _rows)
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => Fit(cell, widths[column], columns[column].IsNumber))).TrimEnd());
    }

    private static string Fit(string cell, int width, bool isNumber)
    {
        var length = Length(cell);
        if (length > width)
        {
            var info = new StringInfo(cell);
            return info.SubstringByTextElements(0, width - 1) + "…";
        }

        var space = new string(' ', width - length);
        return isNumber ? space + cell : cell + space;
    }

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
