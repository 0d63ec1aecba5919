using System.Collections;

namespace Convscope.Inference;

/// <summary>Collects what passes change, in the order in which they do.</summary>
internal sealed class GraphChanges : IEnumerable<GraphChange>
{
    private readonly List<(GraphChange Change, string? Tensor)> _all = [];

    /// <summary>Notes a change.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="node">The node.</param>
    /// <param name="what">What was done.</param>
    /// <param name="tensor">The layer's tensor that the change made; a later pass may do without it.</param>
    public void Add(string pass, string node, string what, string? tensor = null) => _all.Add((new(pass, node, what), tensor));

    /// <summary>Forgets changes that made what is no layer in the end.</summary>
    public void KeepOnly(IReadOnlySet<string> tensors) =>
        _all.RemoveAll(entry => entry.Tensor is not null && !tensors.Contains(entry.Tensor));

    public IEnumerator<GraphChange> GetEnumerator() => _all.Select(entry => entry.Change).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
