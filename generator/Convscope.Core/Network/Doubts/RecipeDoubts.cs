using System.Collections.Immutable;

namespace Convscope.Core.Network.Doubts;

/// <summary>All reasons to doubt a recipe that can be found before a picture is run.</summary>
public static class RecipeDoubts
{
    /// <summary>The reasons, the surest first.</summary>
    /// <param name="network">The network.</param>
    /// <param name="recipe">How a picture becomes its input.</param>
    /// <param name="stated">What the model's file states of the input.</param>
    public static ImmutableArray<RecipeDoubt> Of(NetworkGraph network, Preprocessing recipe, StatedInput stated)
    {
        var range = RecipeRange.Of(recipe, network.Input.Shape.Units);
        return [.. ScaleDoubts.Of(recipe, network.Input.Shape.Units), .. InsideDoubts.Of(network, recipe, range),
            .. StatedDoubts.Of(network, recipe, range, stated), .. BatchNormDoubts.Of(network, range)];
    }
}
