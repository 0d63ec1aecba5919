using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Configuration;
using Convscope.Site.Formulas;
using Convscope.Site.Lessons.Figures;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Values;
using Convscope.Site.Markdown;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = Convscope.Core.Diagnostics.SourceSpan;

namespace Convscope.Site.Lessons.Binding;

/// <summary>Parses a chapter and checks every directive in it, so that all mistakes are told before anything is run.</summary>
public sealed class ChapterBinder
{
    private const string Value = "value";
    private static readonly string[] Frames = ["question", "exam", "when", "unless"];

    private readonly ChapterSource _source;
    private readonly LanguageSource _language;
    private readonly LessonScope _scope;
    private readonly LessonNeeds _needs;
    private readonly ChapterLinks _links;
    private readonly List<Diagnostic> _diagnostics;
    private readonly List<PlacedFigure> _figures = [];
    private readonly List<(DirectiveInline, string, LiveValue)> _values = [];
    private readonly List<(DirectiveBlock, TextFrame)> _frames = [];
    private readonly List<string> _files = [];
    private readonly HashSet<string> _anchors = new(Headings.Reserved, StringComparer.Ordinal);
    private readonly ReadingTime _time = new();
    private IReadOnlyList<Heading> _headings = [];

    private ChapterBinder(ChapterSource source, LanguageSource language, LessonScope scope, LessonNeeds needs, ChapterLinks links,
        List<Diagnostic> diagnostics) =>
        (_source, _language, _scope, _needs, _links, _diagnostics) = (source, language, scope, needs, links, diagnostics);

    /// <summary>Parses and binds a chapter; mistakes are added to the diagnostics.</summary>
    public static Chapter Bind(
        ChapterSource source, LanguageSource language, LessonBinding binding, ChapterLinks links, List<Diagnostic> diagnostics,
        bool isHome = false)
    {
        var document = Parse(source, binding.Html, diagnostics);
        var title = isHome ? source.Title : TakeTitle(document, source);
        var headings = Headings.Identify(document, (heading, problem) =>
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadParameter, problem,
                new(source.Shown, heading.Line + 1, heading.Column + 1))));
        var binder = new ChapterBinder(source, language, binding.Scope, binding.Needs, links, diagnostics);
        binder._headings = headings;
        foreach (var heading in headings) binder._anchors.Add(heading.Id);
        binder.Visit(document);
        return new(source, language, document)
        {
            Title = title, Headings = headings, Figures = binder._figures, Values = binder._values, Frames = binder._frames, Minutes =
                binder._time.Minutes, Files = binder._files,
        };
    }

    /// <summary>The parser's limit is its own; no text that is meant to be read comes near it.</summary>
    private static MarkdownDocument Parse(ChapterSource source, bool html, List<Diagnostic> diagnostics)
    {
        try
        {
            var document = MarkdownRenderer.Parse(source.Text, html);
            if (!MarkdownRenderer.IsTooDeep(document)) return document;
        }
        catch (ArgumentException e) when (e.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            // Told below.
        }

        diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Html,
            "the text is nested too deeply: more than a hundred lists, quotes, brackets or directives within each other", source.Span));
        return [];
    }

    /// <summary>The first heading is the title where the front matter has none; a page has one heading of the first level.</summary>
    private static string TakeTitle(MarkdownDocument document, ChapterSource source)
    {
        var title = source.Title;
        for (var i = 0; i < document.Count; i++)
        {
            if (document[i] is not HeadingBlock { Level: 1 } heading) continue;
            if (title.Length == 0)
            {
                title = PlainText.Of(heading.Inline);
                document.RemoveAt(i--);
            }
            else
            {
                heading.Level = 2;
            }
        }

        return title.Length > 0 ? title : source.Slug;
    }

    private void Visit(ContainerBlock container)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case DirectiveBlock directive: Visit(directive); break;
                case ContainerBlock inner: Visit(inner); break;
                case MathBlock formula:
                    Check(() => FormulaExtension.Read(formula), at => FormulaExtension.PlaceOf(formula, at));
                    break;
                case LeafBlock { Inline: { } inline }: Visit(inline); break;
            }
        }
    }

    private void Visit(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            switch (inline)
            {
                case DirectiveInline directive: Bind(directive); break;
                case LinkInline link:
                    Visit((ContainerInline)link);
                    if (link.Url is ['#', .. var anchor] && Headings.Renamed(anchor, _headings) is { } now) link.Url = "#" + now;
                    if (_links.Resolve(link, _source, _diagnostics) is { } file) _files.Add(file.Route);
                    break;
                case ContainerInline inner: Visit(inner); break;
                case MathInline formula:
                    Check(() => FormulaExtension.Read(formula), at => formula.Span.Start + formula.DelimiterCount + at);
                    break;
                case LiteralInline literal: _time.Add(literal.Content.AsSpan()); break;
            }

            inline = next;
        }
    }

    /// <summary>Tells what is wrong in a formula, with its place.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="placeOf">Where in the file one of its characters is.</param>
    private void Check(Action read, Func<int, int> placeOf)
    {
        try
        {
            read();
        }
        catch (FormulaException e)
        {
            var before = _source.Text.AsSpan(0, Math.Min(placeOf(e.At), _source.Text.Length));
            _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Formula, e.Message + Suggestion.Nearest(e.Name, e.Known),
                new(_source.Shown, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'))));
        }
    }

    private void Visit(DirectiveBlock block)
    {
        var arguments = new Arguments(Read(block), _scope, _diagnostics);
        var directive = arguments.Directive;
        if (Frames.Contains(directive.Kind))
        {
            if (BindFrame(block, arguments)) Visit((ContainerBlock)block);
        }
        else if (FigureCatalog.Bind(arguments, _needs) is { } figure)
        {
            var id = arguments.Text("id", "");
            if (id != Slug.Of(id, ""))
                arguments.Wrong("id", $"'id' is a part of an address: lower-case letters, digits and hyphens, such as '{Slug.Of(id)}'");
            if (id.Length > 0 && _anchors.Contains(id))
                arguments.Wrong("id", $"the anchor '{id}' is taken by a heading or another figure of this chapter; choose another");
            _figures.Add(new(block, figure, Slug.Unique(id.Length > 0
                ? id : figure.Key.Replace("layer=", "").Replace("picture=", "").Replace("unit=", ""), _anchors, "figure")));
            arguments.RejectOthers();
            Visit((ContainerBlock)block);
        }
        else
        {
            var message = directive.Kind.Length == 0
                ? "a directive needs its kind after the colons"
                : $"there is no directive '{directive.Kind}'{Suggestion.For(directive.Kind, [.. FigureCatalog.Names, .. Frames])}";
            _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.UnknownDirective, message, directive.Span));
        }
    }

    /// <summary>Binds a frame; false where its text is left out for good.</summary>
    private bool BindFrame(DirectiveBlock block, Arguments arguments)
    {
        if (arguments.Directive.Kind is "question" or "exam")
        {
            arguments.RejectOthers();
            _frames.Add((block, arguments.Directive.Kind == "question" ? new QuestionFrame() : new ExamFrame()));
            return true;
        }

        var isWanted = arguments.Directive.Kind == "when";
        var need = arguments.Text("has", "");
        var picture = arguments.Text("picture", "");
        if ((need.Length == 0) == (picture.Length == 0))
            _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadParameter, $"'{arguments.Directive.Kind}' needs has=... or picture=...",
                arguments.Directive.Span));
        if (picture.Length > 0)
        {
            var choice = arguments.Picture();
            _needs.Add(choice);
            _frames.Add((block, new ConditionFrame(choice, isWanted)));
            arguments.RejectOthers();
            return true;
        }

        var has = _scope.Has(need, out var problem);
        if (problem is not null && need.Length > 0) arguments.Wrong("has", problem, DiagnosticCodes.UnknownLayer);
        arguments.RejectOthers();
        block.IsHidden = has != isWanted;
        return !block.IsHidden;
    }

    private void Bind(DirectiveInline inline)
    {
        var at = new SourceSpan(_source.Shown, inline.Line + 1, inline.Column + 1);
        if (inline.Name != Value)
        {
            _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.UnknownDirective,
                $"there is no directive ':{inline.Name}' within a line; did you mean ':{Value}'?", at));
            return;
        }

        var directive = DirectiveSyntax.Read(inline.Text, at with { Column = at.Column + inline.Name.Length + 2 }, _diagnostics);
        var arguments = new Arguments(directive, _scope, _diagnostics);
        if (ValueCatalog.Bind(arguments, _needs) is { } value)
        {
            arguments.RejectOthers();
            _values.Add((inline, arguments.Key, value));
            return;
        }

        var message = directive.Kind.Length == 0
            ? $"':{Value}' needs to be told which value"
            : $"there is no value '{directive.Kind}'{Suggestion.For(directive.Kind, ValueCatalog.Names)}";
        _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.UnknownDirective, message, directive.Span));
    }

    /// <summary>The opening line of a block, from its source.</summary>
    private Directive Read(DirectiveBlock block)
    {
        var text = _source.Text.AsSpan();
        var start = block.Span.Start;
        var lineStart = start == 0 ? 0 : text[..start].LastIndexOf('\n') + 1;
        var rest = text[start..];
        var end = rest.IndexOfAny('\r', '\n');
        if (end >= 0) rest = rest[..end];
        var colons = rest.IndexOfAnyExcept(':');
        if (colons < 0) colons = rest.Length;
        return DirectiveSyntax.Read(rest[colons..], new(_source.Shown, block.Line + 1, start - lineStart + colons + 1), _diagnostics);
    }
}

/// <summary>What all chapters are bound to.</summary>
/// <param name="Scope">The network and the pictures that they may speak of.</param>
/// <param name="Needs">Told what figures and numbers need of pictures.</param>
/// <param name="Html">Whether their raw HTML is kept.</param>
public sealed record LessonBinding(LessonScope Scope, LessonNeeds Needs, bool Html);
