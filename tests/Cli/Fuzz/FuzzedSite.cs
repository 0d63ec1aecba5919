using System.Text;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Fuzz;

/// <summary>A small site with something of every kind that people write, to be damaged and mended again.</summary>
internal sealed class FuzzedSite : IDisposable
{
    private readonly TempSite _site = new();
    private readonly Dictionary<string, byte[]> _sources = new(StringComparer.Ordinal);

    public FuzzedSite()
    {
        _site.Write("content/site.yaml",
            "title: Fuzz site\ndescription: Something.\nlanguage: en\nmodel: models/net.onnx\nimages: content/images\ncontent: content/en\ntemplates: templates\noutput: output\nbase_url: https://example.org/x/\nlimits: {units: 16, layers: 100, pictures: 20, bytes: 500MB}\nhtml: true\nbudgets: warn\n");
        _site.Write("models/net.yaml",
            "name: net\ntitle: A net\ninput:\n  scale: 1/255\n  mean: [0.5]\n  resize: cover\nlabels: [cat, dog, bird]\nlayers:\n  conv: {caption: Some text, module: First}\n");
        _site.Write("content/images/images.yaml",
            "images:\n  - {file: red.png, title: Red, alt: A red picture, label: cat, credit: Someone, licence: MIT}\n  - {file: blue.png}\n");
        _site.Write("content/en/one.md",
            "---\ntitle: One\norder: 1\nneeds: [conv]\n---\n\n# One\n\nA *kernel* of :value{maximum layer=conv unit=0}, a [link](two.md#part), and `code`.\n\n::: unit layer=conv unit=0\nA caption[^1].\n:::\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n");
        _site.Write("content/en/two.md",
            "# Two\n\n## Part {#part}\n\n> Quoted, <b>raw</b> &amp; **bold**.\n\n- one\n  - two\n\n::: kernels layer=conv\n:::\n");
        _site.Write("content/en/glossary.yaml", "terms:\n  - {term: kernel, also: [kernels], definition: A small window of weights.}\n");
        _site.Write("content/en/words.yaml", "learn: Lesson\nnames:\n  cat: A cat\n");
        _site.Write("templates/partials/footer.html",
            "<footer>{{ site.title }} {{ for i in 1..3 }}{{ i }}{{ end }}{{ if true }}<a href=\"{{ root }}index.html\">home</a>{{ end }}</footer>\n");
        _site.Write("content/static/robots.txt", "User-agent: *\n");
        _site.Write("labels.txt", "cat\ndog\nbird\n");
        _site.Write("content/images/photo.jpg", Pictures.Jpeg(20, 16));
        _site.Write("content/images/icon.webp", Pictures.Webp(20, 16));
        foreach (var path in Directory.EnumerateFiles(_site.Folder, "*", SearchOption.AllDirectories))
            _sources[Path.GetRelativePath(_site.Folder, path)] = File.ReadAllBytes(path);
        _site.Built();
        Files = [.. _sources.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The sources' paths, in order.</summary>
    public string[] Files { get; }

    public string Folder => _site.Folder;

    public string PathOf(string path) => _site.PathOf(path);

    public byte[] Bytes(string path) => _sources[path];

    public void Write(string path, byte[] bytes)
    {
        Remove(path);
        _site.Write(path, bytes);
    }

    public void Remove(string path)
    {
        if (Directory.Exists(PathOf(path)) && new FileInfo(PathOf(path)).LinkTarget is null)
            Directory.Delete(PathOf(path), recursive: true);
        else File.Delete(PathOf(path));
    }

    public void Mend(string path) => Write(path, _sources[path]);

    /// <summary>What stands in the folder and is no part of the built site or its notes: it is as it was, or a build touched what isn't
    /// its own.</summary>
    public string State()
    {
        var state = new StringBuilder();
        foreach (var entry in new DirectoryInfo(Folder).EnumerateFileSystemInfos()
            .Where(entry => entry.Name != "output" && !entry.Name.StartsWith(".output", StringComparison.Ordinal))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)) Add(entry, state);
        return state.ToString();
    }

    private static void Add(FileSystemInfo entry, StringBuilder state)
    {
        state.Append(entry.FullName).Append(' ').Append(entry.LinkTarget).Append(' ').Append(entry.LastWriteTimeUtc.Ticks).Append(' ')
            .Append((entry as FileInfo)?.Length).Append('\n');
        if (entry is not DirectoryInfo { LinkTarget: null } folder) return;
        foreach (var inner in folder.EnumerateFileSystemInfos().OrderBy(inner => inner.Name, StringComparer.Ordinal)) Add(inner, state);
    }

    public void Dispose() => _site.Dispose();
}
