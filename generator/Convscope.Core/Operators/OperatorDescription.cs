using System.Collections.Immutable;

namespace Convscope.Core.Operators;

/// <summary>
/// What a script computes a whole layer from (<c>templates/widgets/{kind}/forward.js</c>): settings, and the tensors that it works with.
/// </summary>
/// <param name="Settings">Sizes, names and single numbers, serialised as JSON; null where there are none.</param>
/// <param name="Tensors">
/// Weights, biases and lists, row-major, by the name that the script knows them by. What belongs to a unit lies together, unit after unit.
/// </param>
public sealed record OperatorDescription(object? Settings, ImmutableSortedDictionary<string, float[]> Tensors)
{
    /// <summary>Nothing but the shapes matters.</summary>
    public static OperatorDescription None { get; } = Of(null);

    /// <summary>Settings and tensors; those that an operator doesn't have are null and left out.</summary>
    public static OperatorDescription Of(object? settings, params ReadOnlySpan<(string Name, float[]? Values)> tensors)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, float[]>(StringComparer.Ordinal);
        foreach (var (name, values) in tensors)
        {
            if (values is not null) named.Add(name, values);
        }

        return new(settings, named.ToImmutable());
    }
}
