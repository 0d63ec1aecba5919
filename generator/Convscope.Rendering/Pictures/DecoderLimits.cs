namespace Convscope.Rendering.Pictures;

/// <summary>How large a picture may be. Checked before memory is taken, so that a hostile header costs nothing.</summary>
/// <param name="MaxPixels">Most pixels, width times height.</param>
/// <param name="MaxBytes">Most bytes of a file.</param>
public sealed record DecoderLimits(long MaxPixels = 64_000_000, long MaxBytes = 64_000_000);
