using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;

namespace Convscope.Site.Lessons.Binding;

/// <summary>
/// The parameters of one directive, asked for by name: one that no one asks for is an error, and every value is checked
/// against the network and the pictures before anything is run.
/// </summary>
public sealed class Arguments(Directive directive, LessonScope scope, List<Diagnostic> diagnostics)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The directive.</summary>
    public Directive Directive => directive;

    /// <summary>The network and the pictures.</summary>
    public LessonScope Scope => scope;

    /// <summary>All parameters as one line, for telling figures apart.</summary>
    public string Key { get; } = directive.Kind
        + string.Concat(directive.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $" {p.Name}={p.Value}"));

    /// <summary>A text, or the given one.</summary>
    public string Text(string name, string otherwise) => Find(name)?.Value ?? otherwise;

    /// <summary>One of several words.</summary>
    public string Choice(string name, string otherwise, params ReadOnlySpan<string> choices)
    {
        if (Find(name) is not { } given) return otherwise;
        if (choices.Contains(given.Value)) return given.Value;
        Wrong(given, DiagnosticCodes.BadParameter, $"'{name}' can't be '{given.Value}'{Suggestion.For(given.Value, choices.ToArray())}");
        return otherwise;
    }

    /// <summary>A whole number from 1 up.</summary>
    public int Count(string name, int otherwise)
    {
        if (Find(name) is not { } given) return otherwise;
        if (Number(given.Value) is > 0 and var count) return count;
        Wrong(given, DiagnosticCodes.BadParameter, $"'{name}' must be a whole number from 1 up, not '{given.Value}'");
        return otherwise;
    }

    /// <summary>A layer by its id or its role.</summary>
    public NamedLayer Layer(string otherwise, string name = "layer")
    {
        var given = Find(name);
        var text = given?.Value ?? otherwise;
        var choice = scope.Layer(text, out var problem);
        if (problem is not null) Wrong(given, DiagnosticCodes.UnknownLayer, problem);
        return choice;
    }

    /// <summary>A unit of a layer, or a rule that finds one.</summary>
    public UnitChoice Unit(NamedLayer layer, string otherwise = "strongest", string name = "unit")
    {
        var given = Find(name);
        var choice = UnitChoice.Parse(given?.Value ?? otherwise, layer.Layer, scope, out var problem);
        if (problem is not null) Wrong(given, DiagnosticCodes.UnknownLayer, problem);
        return choice;
    }

    /// <summary>A picture, or a rule that finds one.</summary>
    public PictureChoice Picture(string name = "picture") => Pictures(name, "first")[0];

    /// <summary>Several pictures, with commas between them.</summary>
    public IReadOnlyList<PictureChoice> Pictures(string name, string otherwise)
    {
        var given = Find(name);
        var choices = new List<PictureChoice>();
        foreach (var text in (given?.Value ?? otherwise).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            choices.Add(PictureChoice.Parse(text, scope.Pictures, out var problem));
            if (problem is not null) Wrong(given, DiagnosticCodes.UnknownPicture, problem);
        }

        return choices.Count > 0 ? choices : [new(PictureRule.First)];
    }

    /// <summary>A cell of a layer's maps, or a rule that finds one.</summary>
    public CellChoice Cell(NamedLayer layer, string otherwise = "strongest", string name = "at")
    {
        var given = Find(name);
        var choice = CellChoice.Parse(given?.Value ?? otherwise, layer.Layer?.Shape, out var problem);
        if (problem is not null) Wrong(given, DiagnosticCodes.BadParameter, problem);
        return choice;
    }

    /// <summary>Tells of a parameter that can't be.</summary>
    public void Wrong(string name, string message, string code = DiagnosticCodes.BadParameter) => Wrong(Find(name), code, message);

    /// <summary>Tells of every parameter that wasn't asked for, and of those given twice.</summary>
    public void RejectOthers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in directive.Parameters)
        {
            if (!_asked.Contains(parameter.Name))
                Add(DiagnosticCodes.UnknownDirective, $"'{directive.Kind}' has no parameter '{parameter.Name}'{Known(parameter.Name)}",
                    parameter.Span);
            else if (!seen.Add(parameter.Name))
                Add(DiagnosticCodes.BadParameter, $"'{parameter.Name}' is given twice", parameter.Span);
        }
    }

    /// <summary>A whole number of digits, or null.</summary>
    public static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private string Known(string name) => _asked.Count == 0 ? "; it has none" : Suggestion.For(name, _asked);

    private DirectiveParameter? Find(string name)
    {
        _asked.Add(name);
        foreach (var parameter in directive.Parameters)
        {
            if (parameter.Name == name) return parameter;
        }

        return null;
    }

    private void Wrong(DirectiveParameter? given, string code, string message) => Add(code, message, given?.ValueSpan ?? directive.Span);

    private void Add(string code, string message, SourceSpan span) => diagnostics.Add(Diagnostic.Error(code, message, span));
}
