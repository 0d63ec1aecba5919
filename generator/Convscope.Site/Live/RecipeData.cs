using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Configuration;

namespace Convscope.Site.Live;

/// <summary>
/// The recipe of an input as data, for the script that prepares a reader's own picture (<c>templates/js/live/recipe</c>).
/// </summary>
public static class RecipeData
{
    /// <summary>Everything that decides on a number of the input.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="shape">The input's shape <c>(C, H, W)</c>.</param>
    /// <returns>Null where what the author declares doesn't fit the input, so that no picture can be prepared.</returns>
    public static object? Of(Preprocessing recipe, Shape shape) =>
        InputChannels.Of(recipe.Channels, shape.Units) is { } sources ? Of(recipe, shape, sources) : null;

    private static object Of(Preprocessing recipe, Shape shape, ImmutableArray<ChannelSource> sources) => new
    {
        shape = NetworkPack.Sizes(shape),
        sources = sources.Select(source => Word(source)),
        orientation = Word(recipe.Orientation),
        alpha = Word(recipe.Alpha),
        resize = new { mode = Word(recipe.Resize.Mode), recipe.Resize.Height, recipe.Resize.Width },
        filter = recipe.Filter is { } filter ? InputKeys.WordOf(filter) : null,
        crop = recipe.Crop is { } crop ? new { crop.Side, crop.Share } : null,
        grey = recipe.Grey == GreyWeights.Bt709 ? "709" : "601",
        recipe.Invert,
        recipe.Scale,
        mean = recipe.Mean.ToArray(),
        std = recipe.Std.ToArray(),
        recipe.Background,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
