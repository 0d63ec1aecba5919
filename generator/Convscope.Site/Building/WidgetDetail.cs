using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Site.Building;

/// <summary>What one operator's widget shows beyond the equation: for the template, and as JSON for the script.</summary>
/// <param name="Template">Seen as <c>extra</c>; null for none.</param>
/// <param name="Script">Becomes <c>view.extra</c>; null for none.</param>
public sealed record WidgetDetail(object? Template, object? Script = null)
{
    /// <summary>Nothing more to show.</summary>
    public static readonly WidgetDetail None = new(null, null);
}

/// <summary>The page that a detail is for.</summary>
/// <param name="Run">The picture's run.</param>
/// <param name="Layer">The layer.</param>
/// <param name="At">Unit and cell.</param>
/// <param name="Explanation">The equation, or null.</param>
public sealed record WidgetPlace(PictureRun Run, Layer Layer, Cell At, Explanation? Explanation)
{
    /// <summary>What the layer read.</summary>
    public IReadOnlyList<Tensor> Inputs => Run.Activations.InputsOf(Layer);

    /// <summary>What it gave.</summary>
    public Tensor Output => Run.Activations[Layer];
}
