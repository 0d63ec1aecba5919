namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>Takes the pixel under the middle of each output pixel, as PIL's <c>NEAREST</c> does.</summary>
internal static class NearestScaling
{
    /// <summary>Red, green, blue of the pixels that are wanted, row by row.</summary>
    public static byte[] Scale(FlatRows source, Axis columns, Axis lines)
    {
        var across = Places(columns);
        var down = Places(lines);
        var stride = across.Length * FlatRows.Channels;
        var flat = new byte[source.Width * FlatRows.Channels];
        var output = new byte[stride * down.Length];
        var read = -1;
        for (var y = 0; y < down.Length; y++)
        {
            if (read != down[y]) source.Read(read = down[y], flat);
            for (var x = 0; x < across.Length; x++)
                flat.AsSpan(across[x] * FlatRows.Channels, FlatRows.Channels).CopyTo(output.AsSpan((y * stride) + (x * FlatRows.Channels)));
        }

        return output;
    }

    /// <summary>Steps are added up, as PIL does: where a middle falls between two pixels, the sum's last digit decides.</summary>
    private static int[] Places(Axis axis)
    {
        var step = (double)axis.Count / axis.Size;
        var place = step * 0.5;
        for (var i = 0; i < axis.From; i++) place += step;
        return axis.Each(_ =>
        {
            var at = Math.Min((int)place, axis.Count - 1);
            place += step;
            return at;
        });
    }
}
