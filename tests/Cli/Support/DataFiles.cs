using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Support;

/// <summary>Reads the numbers of a map from its data file, by the documented form.</summary>
internal static class DataFiles
{
    public static float[] Read(string path) => DataText.Read(File.ReadAllText(path));
}
