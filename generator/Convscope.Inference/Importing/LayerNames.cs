using System.Globalization;
using Convscope.Core.Network;

namespace Convscope.Inference.Importing;

/// <summary>
/// Names of layers that a person can read. Exporters write the path of a node, <c>/layer3/layer3.1/conv2/Conv</c>, of which
/// <c>layer3.1.conv2</c> is what its author calls it. A name that is no path stays as it is.
/// </summary>
internal static class LayerNames
{
    /// <summary>The names, in the order of the layers, all different as far as the model's own are.</summary>
    public static string[] Of(IReadOnlyList<Layer> layers)
    {
        string[][] paths = [.. layers.Select(layer => LayerPath.Is(layer.Name) ? LayerPath.Parts(layer.Name) : [])];
        var shared = SharedParts([.. paths.Where(path => path.Length > 0)]);
        for (var i = 0; i < paths.Length; i++) paths[i] = paths[i].Length == 0 ? [] : paths[i][shared..];
        var containers = paths
            .SelectMany(path => Enumerable.Range(1, Math.Max(0, path.Length - 2)).Select(length => Joined(path[..length])))
            .ToHashSet(StringComparer.Ordinal);
        return Numbered([.. layers.Select((layer, i) => paths[i].Length == 0 ? layer.Name : Name(paths[i], layer, containers))]);
    }

    /// <summary>The module, unless that is what contains others: then the operator tells which layer of it is meant.</summary>
    private static string Name(string[] path, Layer layer, HashSet<string> containers)
    {
        if (path.Length == 1 || !LayerPath.IsOperator(path[^1], layer.Operator)) return Joined(path);
        var module = Joined(path[..^1]);
        return containers.Contains(module) ? Joined(path) : module;
    }

    /// <summary>How many modules all layers are in; their names say nothing.</summary>
    private static int SharedParts(string[][] paths)
    {
        if (paths.Length < 2) return 0;
        var most = paths.Min(path => path.Length) - 1;
        return Enumerable.Range(0, most).TakeWhile(i => paths.All(path => path[i] == paths[0][i])).Count();
    }

    /// <summary>A module that is used twice gets a number the second time.</summary>
    private static string[] Numbered(string[] names)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            return count == 1 || name.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({count})");
        })];
    }

    private static string Joined(IEnumerable<string> parts) => string.Join('.', parts);
}
