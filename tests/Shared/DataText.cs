using System.IO.Compression;

namespace Convscope.Tests.Shared;

/// <summary>Reads the numbers of a map from the script of its data file, by the documented forms and apart from the generator's own
/// code.</summary>
internal static class DataText
{
    private const string Indexed = "indexed,";

    public static float[] Read(string script)
    {
        var text = script[(script.IndexOf("=\"", StringComparison.Ordinal) + 2)..script.LastIndexOf('"')];
        return text.StartsWith(Indexed, StringComparison.Ordinal) ? Indices(Inflate(text[Indexed.Length..])) : Planes(Inflate(text));
    }

    private static float[] Planes(byte[] planes)
    {
        var count = planes.Length / 4;
        return [.. Enumerable.Range(0, count).Select(i =>
            BitConverter.ToSingle([planes[i], planes[count + i], planes[(2 * count) + i], planes[(3 * count) + i]]))];
    }

    private static float[] Indices(byte[] bytes)
    {
        var start = 1 + ((bytes[0] + 1) * 4);
        byte place = 0;
        return [.. bytes.Skip(start).Select(step => BitConverter.ToSingle(bytes, 1 + (4 * (place += step))))];
    }

    private static byte[] Inflate(string base64)
    {
        using var inflated = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(base64)),
            CompressionMode.Decompress)) deflate.CopyTo(inflated);
        return inflated.ToArray();
    }
}
