using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Rendering.Maps;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Loading;

/// <summary>Hashes over what a site is made from, the generator included: if one is the same, so is what was made.</summary>
/// <param name="Site">Over everything.</param>
/// <param name="PicturePages">Over all that the pages of pictures, layers and units are made from: everything but the lesson's
/// texts.</param>
/// <param name="Lesson">Over all that a chapter's page is made from besides these and its own text: the order of the chapters and what
/// their front matter says, the glossary, the files beside them.</param>
public sealed record Fingerprint(string Site, string PicturePages, string Lesson)
{
    /// <summary>The hash of each chapter's file, by its key: how a user names the way to it, or where the site stands, is no part of any
    /// hash.</summary>
    public IReadOnlyDictionary<string, string> Chapters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Types of the assemblies that a site is made by: built-in templates are in one of them, compression and arithmetic are the
    /// runtime's and the packages'.</summary>
    private static readonly Type[] OfAssemblies =
    [
        typeof(Diagnostic), typeof(OnnxModel), typeof(MapPicture), typeof(Fingerprint), typeof(object), typeof(Markdig.Markdown),
        typeof(Scriban.Template),
    ];

    /// <summary>Hashes the sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="given">How many pictures there were before a limit left some out: pages tell.</param>
    /// <param name="budgets">Whether being over a budget stops the build, which depends on the command line.</param>
    public static Fingerprint Of(SiteSources sources, int given, Severity budgets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string name, ReadOnlySpan<byte> content)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{content.Length}\0"));
            hash.AppendData(content);
        }

        // What sources mean follows from their texts and names, so that these are hashed: nothing that is read from them can be forgotten.
        void AddText(string name, string? text) => Add(text is null ? "no " + name : name, Encoding.UTF8.GetBytes(text ?? ""));

        foreach (var type in OfAssemblies) Add(type.Assembly.FullName!, type.Module.ModuleVersionId.ToByteArray());
        AddText("machine", $"{RuntimeInformation.OSArchitecture} {given} {budgets} {sources.Config.WarnsOfErrors}");
        foreach (var said in sources.Said) AddText("said", said);
        foreach (var (name, content) in Models(sources)) Add(name, content);
        if (sources.Learning is { } learning) Add("history", learning.Hash());
        foreach (var own in sources.Templates.Own) AddText(own.Shown, own.Text);
        foreach (var picture in sources.Pictures)
        {
            AddText("picture", $"{Path.GetFileName(picture.Path)} {picture.Label}");
            Add(picture.Id, File.ReadAllBytes(picture.Path));
        }

        foreach (var language in sources.Languages) AddText("words " + language.Code, language.WordsText);
        foreach (var index in sources.Languages.SelectMany(language => language.Chapters).Where(chapter => chapter.IsIndex))
            AddText("section " + index.Key, index.Text);
        foreach (var file in sources.Static) Add("static " + file.Route, ContentFiles.Hash(file.File.Full));
        var picturePages = Convert.ToHexStringLower(hash.GetCurrentHash());
        foreach (var language in sources.Languages)
        {
            AddText("glossary " + language.Code, language.GlossaryText);
            foreach (var chapter in language.Chapters) AddText(chapter.Key, chapter.FrontMatter);
        }

        var pictures = sources.Pictures.Select(picture => picture.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in sources.Files.Paths)
            Add("file " + Path.GetRelativePath(sources.Files.Folder, file), pictures.Contains(file) ? [] : ContentFiles.Hash(file));
        var lesson = Convert.ToHexStringLower(hash.GetCurrentHash());
        var chapters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in sources.Languages)
        {
            AddText("home " + language.Code, language.Home.Text);
            foreach (var chapter in language.Chapters)
            {
                var text = SHA256.HashData(Encoding.UTF8.GetBytes(chapter.Text));
                chapters[chapter.Key] = Convert.ToHexStringLower(text);
                Add(chapter.Key, text);
            }
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), picturePages, lesson) { Chapters = chapters };
    }

    /// <summary>The model's file and the one that it is compared with, the weights beside them, and what is said of the latter.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Models(SiteSources sources)
    {
        foreach (var part in Model("model", sources.ModelFile, sources.ModelHash, sources.ModelBytes)) yield return part;
        if (sources.Compared is not { } compared) yield break;
        foreach (var part in Model("compared", compared.File, compared.Hash, compared.Bytes)) yield return part;
        foreach (var said in compared.Said.Append($"{ComparedFile.NamesOf(sources.ModelFile, compared.File)}"))
            yield return ("compared", Encoding.UTF8.GetBytes(said));
    }

    private static IEnumerable<(string Name, byte[] Content)> Model(string what, SourcePath path, Task<byte[]> sha256, FileBytes bytes)
    {
        yield return ($"{what} {Path.GetFileName(path.Shown)}", sha256.GetAwaiter().GetResult());
        foreach (var file in OnnxModel.FilesBeside(bytes.Value, Path.GetDirectoryName(path.Full)!))
        {
            using var stream = File.OpenRead(file);
            yield return (Path.GetFileName(file), SHA256.HashData(stream));
        }
    }
}
