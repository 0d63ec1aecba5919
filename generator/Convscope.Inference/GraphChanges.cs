using System.Collections;

namespace Convscope.Inference;

/// <summary>Collects what passes change, in the order in which they do.</summary>
internal sealed class GraphChanges : IEnumerable<GraphChange>
{
    private readonly List<GraphChange> _all = [];

    public void Add(string pass, string node, string what) => _all.Add(new(pass, node, what));

    public IEnumerator<GraphChange> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
