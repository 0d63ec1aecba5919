using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Convscope.Site.Markdown;

/// <summary>Finds blocks between <c>:::</c> fences; a longer fence may hold shorter ones.</summary>
internal sealed class DirectiveBlockParser : FencedBlockParserBase<DirectiveBlock>
{
    public DirectiveBlockParser()
    {
        OpeningCharacters = [':'];
        InfoPrefix = null;
    }

    protected override DirectiveBlock CreateFencedBlock(BlockProcessor processor) => new(this);
}

/// <summary>Finds <c>:word{...}</c> within a line. Anything else that begins with a colon is text.</summary>
internal sealed class DirectiveInlineParser : InlineParser
{
    public DirectiveInlineParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        var brace = start + 1;
        while (brace <= slice.End && (char.IsAsciiLetterLower(text[brace]) || text[brace] == '-')) brace++;
        if (brace == start + 1 || brace > slice.End || text[brace] != '{') return false;
        var end = text.IndexOf('}', brace, slice.End - brace + 1);
        if (end < 0) return false;
        var from = processor.GetSourcePosition(start, out var line, out var column);
        processor.Inline = new DirectiveInline
        {
            Name = text[(start + 1)..brace], Text = text[(brace + 1)..end], Line = line, Column = column,
            Span = new SourceSpan(from, from + end - start),
        };
        slice.Start = end + 1;
        return true;
    }
}
