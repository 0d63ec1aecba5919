using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Configuration;

namespace Convscope.Site.Lessons.Sources;

/// <summary>A term of the field.</summary>
/// <param name="Id">Its anchor on the glossary's page; the same in every language.</param>
/// <param name="Name">The term.</param>
/// <param name="Forms">Other forms that mean it: a plural, a synonym.</param>
/// <param name="Definition">What it means, in a sentence or two.</param>
public sealed record Term(string Id, string Name, ImmutableArray<string> Forms, string Definition);

/// <summary>The terms that are explained where a chapter first uses them.</summary>
public sealed record Glossary(ImmutableArray<Term> Terms)
{
    /// <summary>No terms.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>Reads <c>glossary.yaml</c>; mistakes are added to the diagnostics.</summary>
    public static Glossary Read(string text, string shown, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, shown, diagnostics);
        var terms = ImmutableArray.CreateBuilder<Term>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map.Maps("terms"))
        {
            var name = entry.Text("term", "").Trim();
            var definition = entry.Text("definition", "").Trim();
            ImmutableArray<string> also = [.. entry.Texts("also").Select(form => form.Trim()).Where(form => form.Length > 0)];
            var id = Slug.Of(entry.Text("id", name), "term");
            entry.RejectOthers();
            if (name.Length == 0 || definition.Length == 0)
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "an entry of the glossary needs 'term' and 'definition'",
                    entry.Span()));
            else if (!ids.Add(id))
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue,
                    $"two terms have the anchor '{id}'; give one an 'id' of its own", entry.Span("term")));
            else if (also.Prepend(name).FirstOrDefault(form => !forms.Add(form)) is { } twice)
                diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, $"'{twice}' stands for two terms", entry.Span("term")));
            else
                terms.Add(new(id, name, also, definition));
        }

        map.RejectOthers();
        return new(terms.ToImmutable());
    }
}
