using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Convscope.Core.Network;
using Convscope.Site.Assets;
using Convscope.Site.Checking;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Lessons.Writing;
using Convscope.Site.Loading;

namespace Convscope.Site.Building;

/// <summary>What a build notes for the next: all that a changed text of the lesson needs of pictures that haven't changed.</summary>
/// <param name="Fingerprint">What the site was made from.</param>
/// <param name="Told">What it told.</param>
/// <param name="Model">What the network's first run found.</param>
/// <param name="Bundles">Its styles and scripts.</param>
/// <param name="Pictures">What each picture's first turn found.</param>
/// <param name="Links">Where pages that aren't of the lesson link into it.</param>
/// <param name="Home">The lesson's text on the home page.</param>
/// <param name="Drawings">Figures and numbers.</param>
/// <param name="Chapters">Its chapters, by key.</param>
/// <param name="Anchors">Where its pages link to places within each other; since then some such links may have gone.</param>
internal sealed record LastBuild(
    Fingerprint Fingerprint, Told Told, byte[] Model, Bundles Bundles,
        ImmutableArray<PictureSurvey> Pictures, ImmutableArray<OpenLink> Links, string Home, Drawings Drawings,
    ImmutableDictionary<string, NotedChapter> Chapters, ImmutableArray<OpenLink> Anchors)
{
    /// <summary>
    /// The chapters whose pages would come out as they stand, as long as the others keep their titles: none where the glossary, the order
    /// of the chapters or the like has changed. The first page of a section lists the others, and is always made anew.
    /// </summary>
    public IReadOnlyDictionary<string, NotedChapter> Unchanged(Fingerprint now, IEnumerable<ChapterSource> chapters) =>
        now.Lesson != Fingerprint.Lesson ? ImmutableDictionary<string, NotedChapter>.Empty
        : chapters.Where(chapter => !chapter.IsIndex).Select(chapter => chapter.Key)
            .Where(key => Chapters.TryGetValue(key, out var noted) && noted.Hash == now.Chapters[key])
                .ToDictionary(key => key, key => Chapters[key], StringComparer.Ordinal);

    /// <summary>The note.</summary>
    public byte[] ToNote(NetworkGraph network)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Fingerprint.Site);
        writer.Write(Fingerprint.PicturePages);
        writer.Write(Fingerprint.Lesson);
        Told.Write(writer);
        writer.Write(Model.Length);
        writer.Write(Model);
        Bundles.Write(writer);
        writer.Write(Home);
        foreach (var picture in Pictures) Write(writer, picture, network);
        Write(writer, Links);
        Write(writer, Anchors);
        writer.Write(Chapters.Count);
        foreach (var (key, chapter) in Chapters)
        {
            foreach (var text in new[] { key, chapter.Hash, chapter.Title }) writer.Write(text);
            writer.Write(chapter.Minutes);
            writer.Write(chapter.Files.Length);
            foreach (var route in chapter.Files) writer.Write(route);
            writer.Write(chapter.Pictures.Length);
            foreach (var route in chapter.Pictures) writer.Write(route);
        }

        Drawings.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what follows what the network's first run found.</summary>
    public static LastBuild Read(
        BinaryReader reader, Fingerprint fingerprint, Told told, byte[] model, ImmutableArray<PictureEntry> entries)
    {
        var bundles = Bundles.Read(reader);
        var home = reader.ReadString();
        var pictures = entries.Select(entry => ReadSurvey(reader, entry)).ToImmutableArray();
        var (links, anchors) = (ReadLinks(reader), ReadLinks(reader));
        var chapters = Read(reader, () => KeyValuePair.Create(
            reader.ReadString(), new NotedChapter(reader.ReadString(), reader.ReadString(), reader.ReadInt32(),
                Read(reader, reader.ReadString), Read(reader, reader.ReadString))));
        return new(fingerprint, told, model, bundles, pictures, links, home, Drawings.Read(reader),
            ImmutableDictionary.CreateRange(StringComparer.Ordinal, chapters), anchors);
    }

    private static void Write(BinaryWriter writer, ImmutableArray<OpenLink> links)
    {
        writer.Write(links.Length);
        foreach (var link in links)
        {
            foreach (var text in new[] { link.Target, link.Anchor, link.From }) writer.Write(text);
        }
    }

    private static ImmutableArray<OpenLink> ReadLinks(BinaryReader reader) =>
        Read(reader, () => new OpenLink(reader.ReadString(), reader.ReadString(), reader.ReadString()));

    private static void Write(BinaryWriter writer, PictureSurvey picture, NetworkGraph network)
    {
        var files = picture.Files;
        foreach (var text in new[] { files.Original, files.Seen, files.Thumbnail }) writer.Write(text);
        writer.Write(files.Width);
        writer.Write(files.Height);
        Write(writer, picture.Output);
        writer.Write(network.Layers.Length);
        foreach (var layer in network.Layers)
        {
            writer.Write(layer.Id);
            Write(writer, [.. picture.Activity.Means(layer)]);
            Write(writer, [.. picture.Activity.Maxima(layer)]);
        }

        writer.Write(picture.Errors.Length);
        foreach (var error in picture.Errors)
        {
            writer.Write(error.Layer);
            writer.Write(error.Absolute);
            writer.Write(error.OfBound);
            writer.Write(error.OfRange);
            writer.Write(error.Checked);
            writer.Write(error.Cells);
        }
    }

    private static PictureSurvey ReadSurvey(BinaryReader reader, PictureEntry entry)
    {
        var (original, seen, thumbnail) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        var files = new PictureFiles(original, reader.ReadInt32(), reader.ReadInt32(), seen, thumbnail);
        var output = ReadNumbers(reader);
        var activity = new UnitActivity(Read(reader, () =>
            new LayerActivity(reader.ReadString(), ReadNumbers(reader), ReadNumbers(reader))));
        var errors = Read(reader, () => new LayerError(reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(),
            entry.Id)
        { OfRange = reader.ReadDouble(), Checked = reader.ReadInt64(), Cells = reader.ReadInt64() });
        return new(entry, files, output, activity, errors);
    }

    private static ImmutableArray<T> Read<T>(BinaryReader reader, Func<T> one)
    {
        var all = new T[reader.ReadInt32()];
        for (var i = 0; i < all.Length; i++) all[i] = one();
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<float> numbers)
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    private static float[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new float[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
