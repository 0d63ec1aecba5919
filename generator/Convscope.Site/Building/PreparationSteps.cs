using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Building;

/// <summary>Says in words and numbers, one sentence a step, what a recipe did to one picture until it had the input's size.</summary>
public sealed class PreparationSteps(Preprocessing recipe, Shape input, Words words)
{
    /// <summary>The steps in their order; one that did nothing is left out.</summary>
    public ImmutableArray<string> Of(PictureOrigin picture)
    {
        var place = PicturePlacement.Of(picture.Width, picture.Height, input.Width, input.Height, recipe);
        IEnumerable<string?> steps = [Turned(picture), Opaque(picture), Taken(picture, place), Resized(place), Placed(place)];
        return [.. steps.OfType<string>()];
    }

    private string? Turned(PictureOrigin picture)
    {
        const int lying = 5; // from here on rows and columns change places
        if (picture.Orientation == 1) return null;
        if (recipe.Orientation == OrientationUse.Ignore) return words["step_not_turned", picture.Orientation];
        var (rows, columns) = picture.Orientation >= lying ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        return words["step_turned", picture.Orientation, rows, columns, picture.Height, picture.Width];
    }

    private string? Opaque(PictureOrigin picture) => recipe.Alpha == AlphaUse.Ignore
        ? picture.IsTransparent ? words["step_alpha_ignored"] : null
        : words["step_background", "#" + recipe.Background.ToString("x6", CultureInfo.InvariantCulture)];

    private string? Taken(PictureOrigin picture, PicturePlacement place) =>
        (place.TakenWidth, place.TakenHeight) == (picture.Width, picture.Height)
        ? null
        : words["step_taken", picture.Height, picture.Width, place.TakenHeight, place.TakenWidth, place.Top, place.Left];

    private string Resized(PicturePlacement place)
    {
        if ((place.TakenWidth, place.TakenHeight) != (place.Width, place.Height))
            return words["step_resized", place.TakenHeight, place.TakenWidth, place.Height, place.Width, Mode, Filter];
        return (place.Width, place.Height) == (input.Width, input.Height)
            ? words["step_has_size", place.Height, place.Width] : words["step_not_resized", place.Height, place.Width];
    }

    private string? Placed(PicturePlacement place)
    {
        if ((place.Width, place.Height) == (input.Width, input.Height)) return null;
        return place.X < 0 || place.Y < 0
            ? words["step_cropped", input.Height, input.Width, Math.Max(0, -place.Y), Math.Max(0, -place.X)]
            : words["step_padded", input.Height, input.Width, place.Y, place.X, "#"
                + recipe.Around.ToString("x6", CultureInfo.InvariantCulture)];
    }

    private string Mode => words[recipe.Resize.Mode switch
    {
        ResizeMode.Cover => "resize_cover",
        ResizeMode.Contain => "resize_contain",
        ResizeMode.Shorter => "resize_shorter",
        _ => "resize_stretch",
    }];

    private string Filter => words[recipe.Filter switch
    {
        ResizeFilter.Area => "filter_area",
        ResizeFilter.Bilinear => "filter_bilinear",
        ResizeFilter.BilinearPlain => "filter_bilinear_plain",
        ResizeFilter.Bicubic => "filter_bicubic",
        ResizeFilter.Nearest => "filter_nearest",
        _ => "filter_unstated",
    }];
}
