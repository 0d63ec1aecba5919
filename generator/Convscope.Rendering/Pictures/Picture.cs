namespace Convscope.Rendering.Pictures;

/// <summary>A decoded picture, upright.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgba">Red, green, blue and straight (not premultiplied) alpha of every pixel, row by row.</param>
public sealed record Picture(int Width, int Height, byte[] Rgba);
