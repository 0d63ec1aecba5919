using System.Collections.Concurrent;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = Convscope.Core.Diagnostics.SourceSpan;

namespace Convscope.Site.Templates;

/// <summary>Parses each template once and renders pages from it, on any number of threads.</summary>
public sealed class TemplateEngine
{
    /// <summary>What a page's text takes, in characters, so that few texts have to grow.</summary>
    private const int Room = 1 << 18;

    /// <summary>Where the thread wrote its last page, for its next one; null while it writes.</summary>
    [ThreadStatic]
    private static StringBuilder? _spare;

    private readonly TemplateSource _source;
    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>The functions that every page may call; made once, since making one reads its parameters by reflection.</summary>
    private readonly ScriptObject _functions = [];

    /// <summary>Renders the templates of a source.</summary>
    public TemplateEngine(TemplateSource source)
    {
        _source = source;
        TemplateFunctions.AddTo(_functions, Parse);
        _functions.IsReadOnly = true;
    }

    /// <summary>Renders a template, and then its layout around it.</summary>
    /// <param name="name">Name such as <c>pages/unit.html</c>.</param>
    /// <param name="globals">What the template may name; read only here, so that threads may share parts of it.</param>
    /// <param name="layout">The layout, whose <c>content</c> is the rendered template; null for none.</param>
    /// <exception cref="DiagnosticException">A template doesn't parse, or names what is not there.</exception>
    public string Render(string name, IReadOnlyDictionary<string, object?> globals, string? layout = "layouts/page.html")
    {
        var scope = new ScriptObject();
        foreach (var (key, value) in globals) scope.SetValue(key, value, readOnly: true);
        var context = new EscapingContext();
        var text = _spare ?? new StringBuilder(Room);
        _spare = null;
        context.PushOutput(new StringBuilderOutput(text));
        context.PushGlobal(_functions);
        context.PushGlobal(scope);
        try
        {
            var content = Parse(name).Render(context);
            if (layout is null) return content;
            scope.SetValue("content", new Html(content), readOnly: true);
            return Parse(layout).Render(context);
        }
        catch (ScriptRuntimeException e)
        {
            throw Located(e);
        }
        finally
        {
            _spare = text.Clear();
        }
    }

    private Template Parse(string name) => _parsed.GetOrAdd(name, key =>
    {
        if (!_source.Has(key))
            throw new DiagnosticException(DiagnosticCodes.Template, $"there is no template '{key}'{Suggestion.For(key, _source.Names)}");
        var template = Template.Parse(_source.Read(key), _source.Shown(key));
        if (!template.HasErrors) return template;
        throw new DiagnosticException([.. template.Messages
            .Where(message => message.Type == ParserMessageType.Error)
            .Select(message => Diagnostic.Error(DiagnosticCodes.Template, message.Message, Span(message.Span)))]);
    });

    private static DiagnosticException Located(ScriptRuntimeException e)
    {
        var inner = e;
        while (inner.InnerException is ScriptRuntimeException deeper) inner = deeper;
        return inner.InnerException as DiagnosticException
            ?? new DiagnosticException(DiagnosticCodes.Template, inner.OriginalMessage, Span(inner.Span));
    }

    private static SourceSpan Span(Scriban.Parsing.SourceSpan span) =>
        new(span.FileName ?? "", span.Start.Line + 1, span.Start.Column + 1);
}
