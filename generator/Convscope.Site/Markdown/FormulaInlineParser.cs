using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Convscope.Site.Markdown;

/// <summary>
/// Finds <c>$x$</c> and <c>$$x$$</c> within a line. No space lies inside of the dollar signs, outside of them no Latin letter or digit,
/// and the next dollar sign ends it or it is none, so that prices stay as they are. Letters of scripts without spaces may lie outside,
/// which Markdig's own parser doesn't allow.
/// </summary>
internal sealed class FormulaInlineParser : InlineParser
{
    public FormulaInlineParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start);
        if (start > 0 && (text[start - 1] == '$' || char.IsAsciiLetterOrDigit(text[start - 1]))) return false;
        var count = slice.PeekChar() == '$' ? 2 : 1;
        var from = start + count;
        if (from > slice.End || char.IsWhiteSpace(text[from]) || text[from] == '$') return false;
        for (var end = from + 1; end <= slice.End - count + 1; end++)
        {
            if (text[end] == '\\')
            {
                end++;
                continue;
            }

            if (text[end] != '$') continue;
            if (char.IsWhiteSpace(text[end - 1]) || !IsEnd(text, end, count, slice.End)) return false;
            Add(processor, text, start, from, end, count);
            slice.Start = end + count;
            return true;
        }

        return false;
    }

    private static bool IsEnd(string text, int at, int count, int last)
    {
        if (count == 2 && text[at + 1] != '$') return false;
        var next = at + count;
        return next > last || (text[next] != '$' && !char.IsAsciiLetterOrDigit(text[next]));
    }

    private static void Add(InlineProcessor processor, string text, int start, int from, int end, int count)
    {
        var place = processor.GetSourcePosition(start, out var line, out var column);
        processor.Inline = new MathInline
        {
            Delimiter = '$', DelimiterCount = count, Content = new StringSlice(text, from, end - 1), Line = line, Column = column,
            Span = new SourceSpan(place, place + end + count - 1 - start),
        };
    }
}
