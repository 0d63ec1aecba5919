using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Reads the generator's data files, apart from the script's own reading.</summary>
public static partial class MapData
{
    /// <summary>The numbers of one map, exact.</summary>
    /// <param name="site">The site.</param>
    /// <param name="unit">Picture, layer and unit, such as <c>ladybug/conv_1_1/3</c>.</param>
    public static float[] Read(BuiltSite site, string unit)
    {
        var folder = Path.Combine(site.Folder, "data", Path.GetDirectoryName(unit)!);
        var file = Directory.EnumerateFiles(folder, Path.GetFileName(unit) + "-*.js").Single();
        var packed = Convert.FromBase64String(Payload().Match(File.ReadAllText(file)).Groups[1].Value);
        using var planes = new MemoryStream();
        using (var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress)) inflate.CopyTo(planes);
        var bytes = planes.ToArray();
        var count = bytes.Length / 4;
        return [.. Enumerable.Range(0, count).Select(i => BitConverter.ToSingle([bytes[i], bytes[count + i], bytes[(2 * count) + i], bytes[(3 * count) + i]]))];
    }

    [GeneratedRegex("\\]=\"([^\"]*)\"")]
    private static partial Regex Payload();
}
