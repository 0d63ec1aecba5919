using System.Collections.Immutable;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Site.Building;

/// <summary>The note of the last build, of which only the beginning is read at first: the network can be loaded with it
/// meanwhile.</summary>
internal sealed class LastNote
{
    private readonly BinaryReader _reader;
    private readonly Fingerprint _fingerprint;

    private LastNote(BinaryReader reader, Fingerprint fingerprint)
    {
        (_reader, _fingerprint) = (reader, fingerprint);
        Told = Told.Read(reader);
        Model = reader.ReadBytes(reader.ReadInt32());
    }

    /// <summary>What the last build told.</summary>
    public Told Told { get; }

    /// <summary>What the network's first run found; empty where it was too much.</summary>
    public byte[] Model { get; }

    /// <summary>The last build's note, if its site was made with it, and of the same pictures' pages; else null. Whether that site is
    /// still whole isn't asked.</summary>
    public static LastNote? Of(OutputFolder output, Fingerprint now)
    {
        if (output.Last.PicturePages != now.PicturePages) return null;
        var bytes = output.Notes.Read();
        if (bytes.Length == 0) return null;
        var reader = new BinaryReader(new MemoryStream(bytes));
        var fingerprint = new Fingerprint(reader.ReadString(), reader.ReadString(), reader.ReadString());

        // What follows may be another version's, of which nothing but this is known.
        return fingerprint.Site == output.Last.Fingerprint && fingerprint.PicturePages == now.PicturePages
            ? new(reader, fingerprint) : null;
    }

    /// <summary>Reads the rest, once.</summary>
    public LastBuild Read(ImmutableArray<PictureEntry> pictures) => LastBuild.Read(_reader, _fingerprint, Told, Model, pictures);
}
