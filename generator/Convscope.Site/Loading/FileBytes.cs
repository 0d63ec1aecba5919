namespace Convscope.Site.Loading;

/// <summary>A large file's bytes, held until someone takes them: half a gigabyte of weights is not to be there twice.</summary>
public sealed class FileBytes(byte[] bytes)
{
    private byte[]? _bytes = bytes;

    /// <summary>The bytes, while they are here.</summary>
    /// <exception cref="InvalidOperationException">They were taken.</exception>
    public byte[] Value => _bytes ?? throw new InvalidOperationException("the bytes were taken");

    /// <summary>Hands the bytes over and lets go of them.</summary>
    public byte[] Take()
    {
        var taken = Value;
        _bytes = null;
        return taken;
    }
}
