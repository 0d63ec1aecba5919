using System.Collections.Immutable;

namespace Convscope.Site.Views;

/// <summary>A layer with pictures to know it by.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Pictures">Routes of some of its kernels or, where it has none, of maps of the first picture; empty for a vector.</param>
public sealed record DrawnLayerView(LayerView Layer, ImmutableArray<string> Pictures);

/// <summary>A link that stands below a chapter: what can be practised.</summary>
/// <param name="Title">What.</param>
/// <param name="Url">Where, without the language's prefix.</param>
public sealed record PracticeLinkView(string Title, string Url);
