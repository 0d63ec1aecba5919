using Scriban;
using Scriban.Parsing;

namespace Convscope.Site.Templates;

/// <summary>
/// A Scriban context that escapes every value it writes, unless it is <see cref="Html"/>; text of the template itself is
/// written as it stands. Scriban's own defaults (silent cuts at 1 MiB and 1,000 turns, blanks for misspelt names) are off; a loop
/// that would never end is an error.
/// </summary>
internal sealed class EscapingContext : TemplateContext
{
    public EscapingContext()
    {
        LimitToString = 0;
        LoopLimit = 1_000_000;
        RecursiveLimit = 50;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null: return this;
            case Html html: return Write(html.Text);
            case int number: return Write(number.ToString(CurrentCulture));
            default: return Write(Html.Escape(ObjectToString(textAsObject) ?? ""));
        }
    }
}
