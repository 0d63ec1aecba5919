using System.Globalization;

namespace Convscope.Core.Explain;

/// <summary>One operand as it is shown.</summary>
/// <param name="X">The operand.</param>
/// <param name="W">Its weight, or null.</param>
/// <param name="IsPadding">Whether it is a cell of the padding, which competes with none.</param>
/// <param name="IsChosen">Whether it is marked as the one that wins.</param>
public sealed record ShownTerm(ShownNumber X, ShownNumber? W, bool IsPadding = false, bool IsChosen = false)
{
    /// <summary>Operand times weight; without a weight it counts once.</summary>
    public ShownNumber Product => X * (W ?? ShownNumber.One);
}

/// <summary>One part as it is shown.</summary>
/// <param name="Value">Its partial result, or null where none is written.</param>
/// <param name="Terms">Its operands.</param>
/// <param name="IsOwn">Whether it is the part of the cell's own unit or class.</param>
public sealed record ShownPart(ShownNumber? Value, IReadOnlyList<ShownTerm> Terms, bool IsOwn = false)
{
    /// <summary>What the part's own equation gives, where it is written: a class's share.</summary>
    public ShownNumber? Share { get; init; }

    /// <summary>The products added up.</summary>
    public ShownNumber Sum => Terms.Aggregate(ShownNumber.Zero, (sum, term) => sum + term.Product);
}

/// <summary>
/// An equation as its reader has it, on a page or in a view: only what is shown. An operator's rule (<c>AddsUp</c>) works it out with a
/// calculator and says what doesn't come out to within one unit of the last shown digit.
/// </summary>
/// <param name="parts">The parts.</param>
/// <param name="number">A number by its name, <c>result</c>, <c>b</c> for the bias, or that of an extra; null where it isn't shown.</param>
/// <param name="formula">Of a function of one number, what stands left of the equals sign, with all numbers in place.</param>
public sealed class ShownEquation(IReadOnlyList<ShownPart> parts, Func<string, ShownNumber?> number, string formula = "")
{
    private readonly List<string> _faults = [];

    /// <summary>An explanation as its reader has it.</summary>
    /// <param name="e">The explanation, all of whose numbers are finite.</param>
    /// <param name="formula">Of a function of one number, its formula, with names in braces.</param>
    public static ShownEquation Of(Explanation e, string formula = "")
    {
        var pieces = formula.Split('{', '}').Select((piece, i) => i % 2 == 0 ? piece
            : $"({(piece == "x" ? e.Parts[0].Terms[0].X : e.Extras[piece]).Shown})");
        return new([.. e.Parts.Select((part, i) => Of(e, part, i))], name => name switch
        {
            "result" => Read(e.Result),
            "b" => e.Bias is { } bias ? Read(bias) : null,
            _ => e.Extras.TryGetValue(name, out var extra) ? Read(extra) : null,
        }, string.Concat(pieces));
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<ShownPart> Parts => parts;

    /// <summary>What stands left of the equals sign.</summary>
    public string Formula => formula;

    /// <summary>The result.</summary>
    public ShownNumber Result => this["result"];

    /// <summary>The operands on the map, in order.</summary>
    public IEnumerable<ShownTerm> Operands => parts.SelectMany(part => part.Terms).Where(term => !term.IsPadding);

    /// <summary>The part of the cell's own unit or class.</summary>
    public ShownPart Own => parts.FirstOrDefault(part => part.IsOwn)
        ?? throw new InvalidOperationException("no part is marked as the cell's own");

    /// <summary>What doesn't come out.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>A number that must be shown.</summary>
    /// <exception cref="InvalidOperationException">It isn't.</exception>
    public ShownNumber this[string name] => number(name) ?? throw new InvalidOperationException($"no number '{name}' is shown");

    /// <summary>A number that may be shown.</summary>
    public ShownNumber? Find(string name) => number(name);

    /// <summary>Notes a fault unless an exact number is the shown one to within one unit of its last digit.</summary>
    public void Expect(string what, ShownNumber value, ShownNumber shown)
    {
        if (Math.Abs((value - shown).Value) > shown.Unit * (1 + 1e-6)) Add(what, value.Value, shown);
    }

    /// <summary>Notes a fault unless a whole number is the shown one.</summary>
    public void ExpectExactly(string what, ShownNumber value, ShownNumber shown)
    {
        if ((value - shown).Units != 0) Add(what, value.Value, shown);
    }

    /// <summary>The same for a number that a calculator rounds.</summary>
    public void Expect(string what, double value, ShownNumber shown)
    {
        if (!(Math.Abs(value - shown.Value) <= (shown.Unit * (1 + 1e-6)) + (1e-13 * Math.Abs(value)))) Add(what, value, shown);
    }

    /// <summary>Every part's operands give what is shown of it.</summary>
    public void ExpectParts()
    {
        if (parts.Count == 0) _faults.Add("no part is shown");
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is { Terms.Count: > 0, Value: { } value })
                Expect(string.Create(CultureInfo.InvariantCulture, $"part {i}"), parts[i].Sum, value);
        }
    }

    /// <summary>What the parts add up to, as they are shown.</summary>
    public ShownNumber SumOfParts => parts.Aggregate(ShownNumber.Zero, (sum, part) => sum + (part.Value ?? part.Sum));

    private static ShownPart Of(Explanation e, Part part, int i) => new(
        Read(part.Value), [.. part.Terms.Select((term, k) =>
            new ShownTerm(Read(term.X), term.W is { } w ? Read(w) : null, term.IsPadding, i == 0 && k == e.Winner))],
        part.Terms.Any(term => term.From == e.At));

    private static ShownNumber Read(Number number) =>
        ShownNumber.Read(number.Shown) ?? throw new FormatException($"'{number.Shown}' is no number");

    private void Add(string what, double value, ShownNumber shown) =>
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{what} gives {value}, but {shown.Value} is shown"));
}
