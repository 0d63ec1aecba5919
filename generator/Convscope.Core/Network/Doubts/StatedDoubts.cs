namespace Convscope.Core.Network.Doubts;

/// <summary>What the model's own file states of its input, and the author's recipe contradicts.</summary>
internal static class StatedDoubts
{
    /// <summary>Ends further apart than this share of the stated span are others.</summary>
    private const double Tolerance = 0.1;

    public static IEnumerable<RecipeDoubt> Of(NetworkGraph network, Preprocessing recipe, RecipeRange range, StatedInput stated)
    {
        if (stated.Range is { } said)
        {
            var most = Tolerance * (said.High - said.Low);
            var (low, high) = (RecipeDoubt.Text(said.Low), RecipeDoubt.Text(said.High));
            if (Math.Abs(range.Low - said.Low) > most || Math.Abs(range.High - said.High) > most)
            {
                yield return new(
                    "range", $"the file's own metadata ({stated.Source}) states values of {low} to {high}, and the recipe gives {RecipeDoubt.Text(range.Low)} to {RecipeDoubt.Text(range.High)}; "
                    + "leave --preprocess, --scale, --mean and --std out, and what it states is taken",
                        [stated.Source, low, high, RecipeDoubt.Text(range.Low), RecipeDoubt.Text(range.High)]);
            }
        }

        if (network.Input.Shape.Units == 3 && stated.Channels is { } order and not ColourChannels.Gray
            && (recipe.Channels ?? ColourChannels.Rgb) != order)
        {
            var (is_, was) = ($"{recipe.Channels ?? ColourChannels.Rgb}".ToUpperInvariant(), $"{order}".ToUpperInvariant());
            yield return new("order",
                $"the file's own metadata ({stated.Source}) states the order {was}, and the recipe feeds {is_}; add --channels {was}",
                [stated.Source, was, is_]);
        }

        if (stated.Sides is { } sides && (sides.Height != network.Input.Shape.Height || sides.Width != network.Input.Shape.Width))
        {
            var (here, there) = ($"{network.Input.Shape.Height} × {network.Input.Shape.Width}", $"{sides.Height} × {sides.Width}");
            yield return new("sides",
                $"the file's own metadata ({stated.Source}) states an input of {there}, and {here} is fed; add --size {sides.Height}x{sides.Width} where the model takes it", [stated.Source, there, here]);
        }
    }
}
