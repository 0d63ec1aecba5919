namespace Convscope.Core.Network;

/// <summary>How a picture of another shape is brought to a height and width.</summary>
public enum ResizeMode
{
    /// <summary>Both sides scaled on their own; the proportions may change.</summary>
    Stretch,

    /// <summary>The middle that has the right proportions is cut out and scaled.</summary>
    Cover,

    /// <summary>Scaled to fit, centred, the rest filled with the background.</summary>
    Contain,

    /// <summary>Scaled, proportions kept, until the shorter side has a given length; then the middle is cut out.</summary>
    Shorter,

    /// <summary>Not scaled at all; the middle is cut out.</summary>
    None,
}

/// <summary>How pixels are made of pixels where a picture is scaled. Each is named after a library that computes the same.</summary>
public enum ResizeFilter
{
    /// <summary>The mean of the area that falls on a pixel, where both sides shrink; as OpenCV's <c>INTER_AREA</c> else, too.</summary>
    Area,

    /// <summary>A triangle that widens as the picture shrinks: PIL's <c>BILINEAR</c>, torchvision's antialiased bilinear.</summary>
    Bilinear,

    /// <summary>Between the four nearest pixels, however far it shrinks: OpenCV's <c>INTER_LINEAR</c>, TensorFlow's bilinear.</summary>
    BilinearPlain,

    /// <summary>A cubic that widens as the picture shrinks: PIL's <c>BICUBIC</c>.</summary>
    Bicubic,

    /// <summary>The pixel under the middle: PIL's <c>NEAREST</c>.</summary>
    Nearest,
}

/// <summary>The step of a recipe that scales.</summary>
/// <param name="Mode">How the sides are matched.</param>
/// <param name="Height">Rows to scale to, or the length of the shorter side; 0 takes them from the input.</param>
/// <param name="Width">Columns likewise.</param>
public sealed record Resizing(ResizeMode Mode, int Height = 0, int Width = 0)
{
    /// <summary>Both sides to the input's.</summary>
    public static Resizing Stretch { get; } = new(ResizeMode.Stretch);
}

/// <summary>The step of a recipe that cuts out the middle.</summary>
/// <param name="Side">Rows and columns that are left; 0 where it is a share.</param>
/// <param name="Share">The share of each side that is left, 0 to 1; 0 where it is a side.</param>
public sealed record CentreCrop(int Side, double Share)
{
    /// <summary>What a side was before the share of it was cut out, rounded down as timm does.</summary>
    public int Before(int side) => Share > 0 ? (int)Math.Floor(side / Share) : side;
}
