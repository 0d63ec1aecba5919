using Convscope.Tests.Shared;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Reads the generator's data files, apart from the script's own reading.</summary>
public static class MapData
{
    /// <summary>The numbers of one map, exact.</summary>
    /// <param name="site">The site.</param>
    /// <param name="unit">Picture, layer and unit, such as <c>ladybug/conv_1_1/3</c>.</param>
    public static float[] Read(BuiltSite site, string unit)
    {
        var folder = Path.Combine(site.Folder, "data", Path.GetDirectoryName(unit)!);
        return DataText.Read(File.ReadAllText(Directory.EnumerateFiles(folder, Path.GetFileName(unit) + "-*.js").Single()));
    }
}
