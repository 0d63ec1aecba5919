using System.Runtime.InteropServices;
using Convscope.Site.Assets;

namespace Convscope.Site.Live;

/// <summary>The numbers of all tensors one after another, those that several layers work with once.</summary>
internal sealed class PackedNumbers
{
    private readonly List<float> _numbers = [];
    private readonly Dictionary<float[], int> _starts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds a tensor.</summary>
    /// <returns>Where it begins.</returns>
    public int Add(float[] tensor)
    {
        if (_starts.TryGetValue(tensor, out var start)) return start;
        _starts.Add(tensor, start = _numbers.Count);
        _numbers.AddRange(tensor);
        return start;
    }

    /// <summary>All of them, in planes of bytes.</summary>
    public byte[] Planes() => DataFile.Planes(CollectionsMarshal.AsSpan(_numbers));
}
