using System.Collections.Concurrent;

namespace Convscope.Site.Output;

/// <summary>Files that several pages need and that cost something to make: each is made once.</summary>
public sealed class SharedFiles(StagedSite staged)
{
    private readonly ConcurrentDictionary<string, Lazy<string>> _routes = new(StringComparer.Ordinal);

    /// <summary>The file's route.</summary>
    /// <param name="key">What the file is: its route without the hash and the ending.</param>
    /// <param name="extension">The ending, <c>.js</c>.</param>
    /// <param name="make">Makes its content.</param>
    public string Add(string key, string extension, Func<byte[]> make) => _routes.GetOrAdd(key + extension, _ => new(() =>
    {
        var content = make();
        var route = $"{key}-{StagedSite.Hash(content)}{extension}";
        staged.Add(route, content);
        return route;
    })).Value;
}
