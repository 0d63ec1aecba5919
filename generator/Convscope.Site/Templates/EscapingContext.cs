using System.Collections.Concurrent;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Convscope.Site.Templates;

/// <summary>
/// A Scriban context that escapes every value it writes, unless it is <see cref="Html"/>; text of the template itself is
/// written as it stands. Scriban's own defaults (silent cuts at 1 MiB and 1,000 turns, blanks for misspelt names) are off; a loop
/// that would never end is an error.
/// </summary>
internal sealed class EscapingContext : TemplateContext
{
    /// <summary>What the records of views have, looked up once for all pages: Scriban would ask reflection anew for each.</summary>
    private static readonly ConcurrentDictionary<Type, IObjectAccessor> Accessors = new();

    /// <summary>Scriban's own functions, which would otherwise be copied for each page; templates can't write to them.</summary>
    private static readonly BuiltinFunctions Builtin = new() { IsReadOnly = true };

    public EscapingContext()
        : base(Builtin)
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

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target)
    {
        var type = target.GetType();
        if (Accessors.TryGetValue(type, out var known)) return known;
        return (ViewAccessor.Of(type) ?? base.GetMemberAccessorImpl(target)) is { } accessor ? Accessors.GetOrAdd(type, accessor) : null;
    }
}
