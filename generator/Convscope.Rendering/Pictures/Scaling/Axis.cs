namespace Convscope.Rendering.Pictures.Scaling;

/// <summary>One direction of a picture that is scaled.</summary>
/// <param name="Count">Pixels that there are.</param>
/// <param name="Size">Pixels that they become.</param>
/// <param name="From">The first of those that is wanted.</param>
/// <param name="To">The one behind the last that is wanted.</param>
internal sealed record Axis(int Count, int Size, int From, int To)
{
    /// <summary>How many are wanted.</summary>
    public int Length => To - From;

    /// <summary>Makes something of each that is wanted.</summary>
    public T[] Each<T>(Func<int, T> of)
    {
        var all = new T[Length];
        for (var i = From; i < To; i++) all[i - From] = of(i);
        return all;
    }
}

/// <summary>Of which source pixels an output pixel is made.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Shares">What it and those behind it count.</param>
internal readonly record struct Taps(int First, int[] Shares);
