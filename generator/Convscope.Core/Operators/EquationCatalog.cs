using System.Reflection;
using System.Text.RegularExpressions;
using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>
/// Finds how an operator's equations add up: the method <c>public static void AddsUp(ShownEquation)</c> of its class, or of the nearest
/// base class that has one.
/// </summary>
public static partial class EquationCatalog
{
    private static readonly Dictionary<string, Action<ShownEquation>> ByKind = (
        from type in typeof(EquationCatalog).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Operator)) && !type.IsAbstract
        let rule = RuleOf(type)
        where rule is not null
        from kind in KindsOf(type)
        select (kind, rule)).ToDictionary(pair => pair.kind, pair => pair.rule, StringComparer.Ordinal);

    /// <summary>The kinds of operator that have equations.</summary>
    public static IReadOnlyCollection<string> Kinds => ByKind.Keys;

    /// <summary>The rule of a kind, or null where there is none.</summary>
    public static Action<ShownEquation>? Find(string kind) => ByKind.GetValueOrDefault(kind);

    private static IReadOnlyList<string> KindsOf(Type type) =>
        type.GetCustomAttribute<KindsAttribute>()?.Kinds ?? [Words().Replace(type.Name, "-$0").TrimStart('-').ToLowerInvariant()];

    private static Action<ShownEquation>? RuleOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMethod("AddsUp", Own, [typeof(ShownEquation)]) is { } method) return method.CreateDelegate<Action<ShownEquation>>();
        }

        return null;
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
