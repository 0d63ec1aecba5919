using System.Globalization;
using System.Runtime.InteropServices;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using SkiaSharp;

namespace Convscope.Rendering.Pictures;

/// <summary>
/// Decodes JPEG, PNG and WebP, whatever the file is called. Colour profiles are not applied: networks are trained on the stored numbers.
/// Of an animation the first frame is taken.
/// </summary>
public static class PictureDecoder
{
    /// <summary>Decodes a picture and, unless that isn't wanted, turns it upright.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Where it comes from, for errors.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="orientation">What is done with the orientation that the file notes.</param>
    /// <exception cref="DiagnosticException">
    /// <see cref="DiagnosticCodes.PictureUnreadable"/> when it is empty, cut short, damaged or no picture;
    /// <see cref="DiagnosticCodes.PictureTooLarge"/> when it is over a limit.
    /// </exception>
    public static Picture Decode(byte[] bytes, SourceSpan file, DecoderLimits limits, OrientationUse orientation = OrientationUse.Apply)
    {
        CheckFileSize(bytes.LongLength, file, limits);
        if (bytes.Length == 0) throw Unreadable("the file is empty", file);
        var format = PictureFormat.Of(bytes)
            ?? throw Unreadable("this is not a JPEG, PNG or WebP picture; convert it to one of these", file);

        using var data = SKData.CreateCopy(PngMetadata.Trimmed(bytes));
        using var codec = SKCodec.Create(data) ?? throw Unreadable($"the {format} picture's header is damaged or cut short", file);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        CheckPixels(width, height, file, limits);

        var rgba = new byte[(long)width * height * 4];
        var result = Read(codec, rgba, width, height);
        if (result == SKCodecResult.IncompleteInput || (format == "JPEG" && !JpegEnd.IsReached(bytes)))
            throw Unreadable($"the {format} picture is cut short; copy or save it again", file);
        if (result != SKCodecResult.Success)
            throw Unreadable($"the {format} picture is damaged or of a kind that can't be decoded; save it again as an RGB PNG", file);
        var noted = ExifOrientation.Of(bytes);
        var picture = orientation == OrientationUse.Apply ? Orientation.Upright(width, height, rgba, noted) : new(width, height, rgba);
        return picture with { Orientation = noted };
    }

    /// <summary>Refuses a file that is too long; call it before reading one.</summary>
    /// <exception cref="DiagnosticException"><see cref="DiagnosticCodes.PictureTooLarge"/>.</exception>
    public static void CheckFileSize(long length, SourceSpan file, DecoderLimits limits)
    {
        if (length > limits.MaxBytes)
            throw new DiagnosticException(
                DiagnosticCodes.PictureTooLarge, $"the file has {Mega(length)} MB, and the limit is {Mega(limits.MaxBytes)} MB", file);
    }

    private static void CheckPixels(int width, int height, SourceSpan file, DecoderLimits limits)
    {
        var pixels = (long)width * height;
        var limit = Math.Min(limits.MaxPixels, Array.MaxLength / 4);
        if (pixels <= limit) return;
        var size = $"the picture is {width} × {height} pixels ({Mega(pixels)} megapixels)";
        throw new DiagnosticException(
            DiagnosticCodes.PictureTooLarge, $"{size}, and the limit is {Mega(limit)} megapixels; scale it down", file);
    }

    private static SKCodecResult Read(SKCodec codec, byte[] rgba, int width, int height)
    {
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul, null);
        var pinned = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(info, pinned.AddrOfPinnedObject());
        }
        finally
        {
            pinned.Free();
        }
    }

    private static string Mega(long count) => (count / 1e6).ToString("0.######", CultureInfo.InvariantCulture);

    private static DiagnosticException Unreadable(string message, SourceSpan file) =>
        new(DiagnosticCodes.PictureUnreadable, message, file);
}
