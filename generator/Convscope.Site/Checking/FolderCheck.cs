using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Site.Loading;
using Convscope.Site.Output;

namespace Convscope.Site.Checking;

/// <summary>Checks a built site's files: what its manifest promises, what a web server can read, and what GitHub Pages takes.</summary>
/// <param name="folder">Full path of the site.</param>
/// <param name="shown">The folder as the user named it.</param>
public sealed class FolderCheck(string folder, string shown)
{
    // https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits
    private const long LargestSite = 1_000_000_000;
    private const long LargestFile = 100_000_000;

    private readonly List<Diagnostic> _problems = [];
    private readonly SortedDictionary<string, long> _files = new(StringComparer.Ordinal);

    /// <summary>Every file with its length, once <see cref="Run"/> has been called.</summary>
    public IReadOnlyDictionary<string, long> Files => _files;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<Diagnostic> Run()
    {
        Walk(new DirectoryInfo(folder));
        Compare(Manifest.Of(folder));
        foreach (var (route, length) in _files.Where(file => file.Value > LargestFile))
            _problems.Add(Diagnostic.Warning(DiagnosticCodes.OverBudget,
                $"the file has {Megabytes(length)}; GitHub takes none of more than {Megabytes(LargestFile)}", At(route)));
        if (_files.Values.Sum() is var total and > LargestSite)
            _problems.Add(Diagnostic.Error(DiagnosticCodes.OverBudget,
                $"the site has {Megabytes(total)}; GitHub Pages takes {Megabytes(LargestSite)}", new(shown)));
        return _problems;
    }

    private void Walk(DirectoryInfo directory)
    {
        if (!_problems.Passes(() =>
            SourceFolder.IsThere(new(directory.FullName, directory.FullName == folder
            ? shown : $"{shown}/{Path.GetRelativePath(folder, directory.FullName).Replace('\\', '/')}")))) return;
        foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var route = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is not null)
            {
                _problems.Add(Diagnostic.Error(DiagnosticCodes.Unpublishable, "this is a symbolic link, which a published site can't hold",
                    At(route)));
            }
            else if (entry is DirectoryInfo inner)
            {
                if (inner.Name == ".git") continue;
                CheckMode(inner, route, UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
                Walk(inner);
            }
            else if (FileKind.Special(entry.FullName) is { } special)
            {
                _problems.Add(Diagnostic.Error(DiagnosticCodes.Unpublishable, $"this is {special}, which a published site can't hold",
                    At(route)));
            }
            else
            {
                CheckMode(entry, route, UnixFileMode.OtherRead);
                _files[route] = ((FileInfo)entry).Length;
            }
        }
    }

    private void CheckMode(FileSystemInfo entry, string route, UnixFileMode needed)
    {
        if (!OperatingSystem.IsWindows() && (entry.UnixFileMode & needed) != needed)
            _problems.Add(Diagnostic.Error(DiagnosticCodes.Unpublishable, "not everyone may read this, so a web server can't: chmod o+rX",
                At(route)));
    }

    private void Compare(Manifest manifest)
    {
        if (manifest.Files.Count == 0)
        {
            _problems.Add(Diagnostic.Error(DiagnosticCodes.Manifest,
                $"there is no {Manifest.FileName} here, so this isn't a site that Convscope built", new(shown)));
            return;
        }

        foreach (var (route, length) in manifest.Files)
        {
            if (!_files.TryGetValue(route, out var found))
                _problems.Add(Diagnostic.Error(DiagnosticCodes.Manifest, "the build wrote this file, but it is gone; build again",
                At(route)));
            else if (found != length)
                _problems.Add(Diagnostic.Error(DiagnosticCodes.Manifest,
                    $"the build wrote {length} bytes, but the file has {found}; build again", At(route)));
        }
    }

    private SourceSpan At(string route) => new($"{shown}/{route}");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB");
}
