using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons;

/// <summary>What is kept of a picture that a lesson shows.</summary>
/// <param name="Index">Its place among the pictures.</param>
/// <param name="View">The picture as templates see it.</param>
/// <param name="Maps">Its maps.</param>
/// <param name="Tensors">The activations of the layers that are shown, and of what they read.</param>
/// <param name="Overviews">Its overview in each language, where one is shown.</param>
public sealed record LessonPicture(
    int Index, PictureView View, ImmutableDictionary<string, MapsView> Maps, ImmutableDictionary<string, Tensor> Tensors,
    ImmutableDictionary<string, OverviewView> Overviews)
{
    /// <summary>The activation of a layer.</summary>
    public Tensor this[Layer layer] => Tensors[layer.Id];

    /// <summary>What a layer read.</summary>
    public IReadOnlyList<Tensor> InputsOf(Layer layer) => [.. layer.Inputs.Select(id => Tensors[id])];
}

/// <summary>How strongly the units of one layer answered to one picture.</summary>
/// <param name="Index">The picture's place.</param>
/// <param name="View">The picture.</param>
/// <param name="Maps">The layer's maps.</param>
/// <param name="Maxima">The largest value of each unit.</param>
/// <param name="AreZero">Whether each unit is zero everywhere.</param>
public sealed record LayerAnswer(int Index, PictureView View, MapsView Maps, float[] Maxima, bool[] AreZero);
