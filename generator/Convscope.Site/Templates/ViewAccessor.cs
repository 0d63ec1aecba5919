using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Convscope.Site.Templates;

/// <summary>
/// Lets templates read the properties of our own types, by names such as <c>picture.thumbnail_url</c>. Scriban's way asks reflection
/// at each read, which compiles something at run time for each property; here each gets a delegate when it is first read.
/// </summary>
internal sealed class ViewAccessor : IObjectAccessor
{
    private static readonly MethodInfo GetterOf =
        typeof(ViewAccessor).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Named only so that their code is there before it runs: all classes share one, but each value type needs its own.</summary>
    private static readonly Func<MethodInfo, Func<object, object?>>[] Ready =
        [Typed<object, object>, Typed<object, bool>, Typed<object, int>, Typed<object, double>, Typed<object, ImmutableArray<object>>];

    private readonly Dictionary<string, Lazy<Func<object, object?>>> _getters = new(StringComparer.Ordinal);

    private ViewAccessor(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0) _getters[StandardMemberRenamer.Rename(property)] = new(() => Getter(property));
        }
    }

    /// <inheritdoc/>
    public bool HasIndexer => false;

    /// <inheritdoc/>
    public Type? IndexType => null;

    /// <summary>An accessor for a type of ours; null for any other.</summary>
    public static ViewAccessor? Of(Type type) =>
        type is { IsValueType: false, Namespace: { } name } && name.StartsWith(nameof(Convscope), StringComparison.Ordinal)
            && !typeof(IEnumerable).IsAssignableFrom(type) ? new(type) : null;

    /// <inheritdoc/>
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => _getters.Count;

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => _getters.Keys;

    /// <inheritdoc/>
    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => _getters.ContainsKey(member);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var isThere = _getters.TryGetValue(member, out var getter);
        value = getter?.Value(target);
        return isThere;
    }

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    /// <inheritdoc/>
    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    private static Func<object, object?> Getter(PropertyInfo property) =>
        (Func<object, object?>)GetterOf.MakeGenericMethod(property.DeclaringType!, property.PropertyType)
            .Invoke(null, [property.GetMethod!])!;

    private static Func<object, object?> Typed<TOwner, TValue>(MethodInfo method)
        where TOwner : class
    {
        var get = method.CreateDelegate<Func<TOwner, TValue>>();
        return target => get((TOwner)target);
    }
}
