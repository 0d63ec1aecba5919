using System.Reflection;
using Convscope.Core.Diagnostics;
using Convscope.Site.Loading;

namespace Convscope.Site.Templates;

/// <summary>
/// Finds templates, styles and scripts: those of the site's own folder first, file by file, then the built-in ones,
/// which travel inside this assembly.
/// </summary>
public sealed class TemplateSource
{
    private const string Prefix = "templates/";
    private static readonly Assembly Assembly = typeof(TemplateSource).Assembly;
    private readonly Dictionary<string, string?> _files = new(StringComparer.Ordinal);
    private readonly string _shownFolder;

    /// <summary>Looks into a folder, which need not exist, before the built-in files.</summary>
    /// <param name="folder">Full path of the site's templates.</param>
    /// <param name="shownFolder">The folder as the user named it.</param>
    /// <exception cref="DiagnosticException">A file or folder of it can't be read.</exception>
    public TemplateSource(string folder, string shownFolder)
    {
        _shownFolder = shownFolder;
        foreach (var name in Assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal)) _files[name[Prefix.Length..]] = null;
        }

        if (SourceFile.IsThere(folder)) AddOwn(new(folder, shownFolder), "");
    }

    /// <summary>The built-in files alone.</summary>
    public static TemplateSource BuiltInOnly { get; } = new("", "");

    private void AddOwn(SourcePath folder, string start)
    {
        SourceFolder.IsThere(folder);
        foreach (var name in SourceFolder.Files(folder).Select(Path.GetFileName).OfType<string>().Where(name => !IsLeftOut(name)))
        {
            SourceFile.Check(folder.Inner(name), SourceFile.MostText);
            _files[start + name] = folder.Inner(name).Full;
        }

        foreach (var name in SourceFolder.Folders(folder).Select(Path.GetFileName).OfType<string>().Where(name => !IsLeftOut(name)))
            AddOwn(folder.Inner(name), $"{start}{name}/");
    }

    private static bool IsLeftOut(string name) => name[0] == '.' || EditorFiles.Is(name);

    /// <summary>The built-in files: names, and content byte for byte.</summary>
    public static IEnumerable<(string Name, byte[] Content)> BuiltIn()
    {
        foreach (var name in Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var content = new MemoryStream();
            using var resource = Assembly.GetManifestResourceStream(name)!;
            resource.CopyTo(content);
            yield return (name[Prefix.Length..], content.ToArray());
        }
    }

    /// <summary>Every file's name, in ordinal order.</summary>
    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names of scripts, in ordinal order.</summary>
    public IEnumerable<string> Scripts => Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal));

    /// <summary>Those files, by name, that the site has itself and that don't just repeat a built-in one, in ordinal order.</summary>
    public IEnumerable<SourceText> Own => Names.Where(name => _files[name] is not null).Select(name => new SourceText(name, Read(name)))
        .Where(own => own.Text != BuiltInText(own.Shown));

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>Whether the site has this file itself.</summary>
    public bool IsOwn(string name) => _files.GetValueOrDefault(name) is not null;

    /// <summary>How messages name a file: the path that a user can open.</summary>
    public string Shown(string name) =>
        IsOwn(name) ? $"{_shownFolder}/{name}" : $"(built-in) templates/{name}";

    /// <summary>The text of a file.</summary>
    /// <exception cref="FileNotFoundException">There is none of this name.</exception>
    public string Read(string name)
    {
        if (!_files.TryGetValue(name, out var path)) throw new FileNotFoundException($"no template '{name}'", name);
        return path is not null ? SourceFile.Text(new(path, Shown(name))) : BuiltInText(name)!;
    }

    private static string? BuiltInText(string name)
    {
        if (Assembly.GetManifestResourceStream(Prefix + name) is not { } resource) return null;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
