namespace Convscope.Core.Network;

/// <summary>
/// Where a picture comes to lie on the input: a part of it is taken, scaled, and put at a place; what of it stands out is cut off. Whole
/// numbers only, rounded as the libraries round that the recipe's words are taken from.
/// </summary>
/// <param name="Left">First column that is taken.</param>
/// <param name="Top">First row that is taken.</param>
/// <param name="TakenWidth">Columns that are taken.</param>
/// <param name="TakenHeight">Rows that are taken.</param>
/// <param name="Width">Columns that they are scaled to.</param>
/// <param name="Height">Rows that they are scaled to.</param>
/// <param name="X">Column of the input that the scaled part begins at; below 0 where the left is cut off.</param>
/// <param name="Y">Row of the input that it begins at.</param>
public sealed record PicturePlacement(int Left, int Top, int TakenWidth, int TakenHeight, int Width, int Height, int X, int Y)
{
    /// <summary>Places a picture by a recipe.</summary>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="inputWidth">Columns of the input.</param>
    /// <param name="inputHeight">Rows of the input.</param>
    /// <param name="recipe">What is done.</param>
    public static PicturePlacement Of(int width, int height, int inputWidth, int inputHeight, Preprocessing recipe)
    {
        var resize = recipe.Resize;
        var boxWidth = resize.Width > 0 ? resize.Width : recipe.Crop?.Before(inputWidth) ?? inputWidth;
        var boxHeight = resize.Height > 0 ? resize.Height : recipe.Crop?.Before(inputHeight) ?? inputHeight;
        var (takenWidth, takenHeight) = resize.Mode == ResizeMode.Cover ? Fit(boxWidth, boxHeight, width, height) : (width, height);
        var (scaledWidth, scaledHeight) = resize.Mode switch
        {
            ResizeMode.Contain => Fit(width, height, boxWidth, boxHeight),
            ResizeMode.Shorter => Fill(width, height, boxWidth, boxHeight),
            ResizeMode.None => (width, height),
            _ => (boxWidth, boxHeight),
        };
        var (x, y) = resize.Mode == ResizeMode.Contain
            ? (((boxWidth - scaledWidth) / 2) - Before(boxWidth - inputWidth),
                ((boxHeight - scaledHeight) / 2) - Before(boxHeight - inputHeight))
            : (Begin(inputWidth, scaledWidth), Begin(inputHeight, scaledHeight));
        return new(Before(width - takenWidth), Before(height - takenHeight), takenWidth, takenHeight, scaledWidth, scaledHeight, x, y);
    }

    /// <summary>Where each pixel of the input lies on a picture of so many columns and rows; outside 0 to 1 there is no picture.</summary>
    public PixelPlace PixelsOn(int width, int height)
    {
        double down = (double)TakenHeight / Height / height, right = (double)TakenWidth / Width / width;
        return new((Top / (double)height) - (Y * down), (Left / (double)width) - (X * right), down, right);
    }

    /// <summary>The largest size of the given proportions inside a box.</summary>
    public static (int Width, int Height) Fit(int width, int height, int boxWidth, int boxHeight) =>
        (long)width * boxHeight >= (long)height * boxWidth
            ? (boxWidth, Nearest(height, boxWidth, width))
            : (Nearest(width, boxHeight, height), boxHeight);

    /// <summary>The smallest size of the given proportions around a box; the longer side is rounded down, as torchvision's <c>Resize</c>
    /// does.</summary>
    private static (int Width, int Height) Fill(int width, int height, int boxWidth, int boxHeight) =>
        (long)width * boxHeight >= (long)height * boxWidth
            ? ((int)((long)width * boxHeight / height), boxHeight)
            : (boxWidth, (int)((long)height * boxWidth / width));

    private static int Nearest(int value, int numerator, int denominator) =>
        (int)Math.Max(1, ((2L * value * numerator) + denominator) / (2L * denominator));

    /// <summary>Where a scaled side begins: half of what is too much is cut off before it, or half of what is missing is left
    /// free.</summary>
    private static int Begin(int input, int scaled) => scaled > input ? -Before(scaled - input) : (input - scaled) / 2;

    /// <summary>The part of a surplus that is cut off before the middle: half of it, and of an odd one the even half, as torchvision's
    /// <c>CenterCrop</c> rounds.</summary>
    private static int Before(int surplus) => (int)Math.Round(surplus / 2.0, MidpointRounding.ToEven);
}

/// <summary>Places of the input's pixels on the picture that it was made from, as shares of the picture's sides.</summary>
/// <param name="Top">Where row 0 begins.</param>
/// <param name="Left">Where column 0 begins.</param>
/// <param name="Down">Height of a row.</param>
/// <param name="Right">Width of a column.</param>
public sealed record PixelPlace(double Top, double Left, double Down, double Right);
