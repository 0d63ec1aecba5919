using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Building;
using Convscope.Site.Configuration;

namespace Convscope.Site.Lessons.Binding;

/// <summary>A layer that a text names: null where it names a role that this network doesn't have.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Text">As written.</param>
public sealed record NamedLayer(Layer? Layer, string Text);

/// <summary>What a lesson may name: the layers of the network and the pictures, known before anything is run.</summary>
/// <param name="Network">The network.</param>
/// <param name="Views">Its layers as templates see them.</param>
/// <param name="Model">The model's short name.</param>
/// <param name="Pictures">The pictures' ids in order.</param>
/// <param name="Kinds">Every operator kind that there is, so that a typing error isn't taken for a role that is missing.</param>
/// <param name="Plan">Which units of a layer are drawn.</param>
public sealed record LessonScope(
    NetworkGraph Network, NetworkViews Views, string Model, ImmutableArray<string> Pictures, ImmutableHashSet<string> Kinds, UnitPlan Plan)
{
    /// <summary>What a text is about that names no layer: the first that has kernels.</summary>
    public const string FirstKernels = "kernels:first";

    /// <summary>Kinds of operator whose equation a figure shows; a unit's page shows all.</summary>
    public ImmutableHashSet<string> Equations { get; init; } = [];

    /// <summary>What is known of the model that can't be computed from it.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ModelMetadata.NoFacts;

    /// <summary>How the model learned, or null.</summary>
    public LearningRecord? Learning { get; init; }

    /// <summary>Whether readers can try pictures of their own, and change the network.</summary>
    public bool IsLive { get; init; }

    /// <summary>The collection that all pictures are from, or empty.</summary>
    public string Collection { get; init; } = "";

    /// <summary>How pictures become the input.</summary>
    public Preprocessing Preprocessing { get; init; } = new();

    /// <summary>Roles that stand for several operators.</summary>
    private static readonly Dictionary<string, Func<LessonScope, Layer, bool>> Groups = new(StringComparer.Ordinal)
    {
        ["activation"] = (_, layer) => layer.Operator is IFunctionOfOne,
        ["activation-map"] = (_, layer) => layer.Operator is IFunctionOfOne && layer.Shape.MapSize > 1,
        ["kernels"] = (_, layer) => layer.Operator is IHasKernels,
        ["pool"] = (_, layer) => layer.Operator is IHasWindow and not IHasKernels,
        ["later-conv"] = (scope, layer) => layer.Operator is IHasKernels { InputsPerGroup: > 1 }
            && scope.Network.Layers.First(other => other.Operator is IHasKernels) != layer,
    };

    /// <summary>The layer with this id or name, or of this role: <c>conv:first</c>, <c>max-pool:2</c>, <c>last</c>.</summary>
    /// <param name="text">What the author wrote.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public NamedLayer Layer(string text, out string? problem)
    {
        problem = null;
        if (Network.Find(text) is { } exact) return new(exact, text);
        foreach (var layer in Network.Layers)
        {
            if (layer.Name == text || layer.ReadableName == text) return new(layer, text);
        }

        if (text is "output" or "last") return new(Network.Output, text);
        if (text == "input") return new(Network.Input, text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, which) = colon < 0 ? (text, "first") : (text[..colon], text[(colon + 1)..]);
        if (!IsKind(kind))
        {
            problem = $"there is no layer '{text}'{Suggestion.For(kind, colon < 0 ? [.. Network.Layers.Select(layer => layer.Id), .. Kinds, .. Groups.Keys] : [.. Kinds, .. Groups.Keys])}";
            return new(null, text);
        }

        var all = OfKind(kind);
        var index = which switch
        {
            "first" => 0,
            "last" => all.Length - 1,
            _ =>
            Arguments.Number(which) is > 0 and var number ? number - 1 : -2
        };
        if (index == -2) problem = $"after '{kind}:' comes first, last, or a number from 1 up, not '{which}'";
        return new(index >= 0 && index < all.Length ? all[index] : null, text);
    }

    /// <summary>All layers of a kind, in order.</summary>
    public Layer[] OfKind(string kind) =>
        [.. Network.Layers.Where(layer => Groups.TryGetValue(kind, out var group) ? group(this, layer) : layer.Operator.Kind == kind)];

    /// <summary>Whether a word is an operator's kind or a role.</summary>
    public bool IsKind(string kind) => Kinds.Contains(kind) || Groups.ContainsKey(kind);

    /// <summary>Whether the site has what a text needs: a layer, or one of the traits.</summary>
    /// <param name="need">Such as <c>max-pool</c>, <c>conv:2</c>, <c>model:tiny-vgg</c>, <c>colours</c>.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public bool Has(string need, out string? problem)
    {
        problem = null;
        if (LessonTraits.Has(this, need) is { } has) return has;
        return Layer(need, out problem).Layer is not null;
    }
}
