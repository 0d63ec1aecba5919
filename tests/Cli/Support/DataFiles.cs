using System.IO.Compression;

namespace Convscope.Tests.Cli.Support;

/// <summary>Reads the numbers of a map from its data file, by the documented form.</summary>
internal static class DataFiles
{
    public static float[] Read(string path)
    {
        var script = File.ReadAllText(path);
        var text = script[(script.IndexOf("=\"", StringComparison.Ordinal) + 2)..script.LastIndexOf('"')];
        using var inflated = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress)) deflate.CopyTo(inflated);
        var planes = inflated.ToArray();
        var count = planes.Length / 4;
        return [.. Enumerable.Range(0, count).Select(i =>
            BitConverter.ToSingle([planes[i], planes[count + i], planes[(2 * count) + i], planes[(3 * count) + i]]))];
    }
}
