using Convscope.Core.Diagnostics;

namespace Convscope.Cli.Starting;

/// <summary>Files to be written into a folder of the user's: all of them, or none where one of another content is in the way.</summary>
/// <param name="folder">The folder as the user named it.</param>
/// <param name="files">Content by path within the folder.</param>
public sealed class NewFiles(string folder, IReadOnlyDictionary<string, byte[]> files)
{
    private const int MostNamed = 5;

    /// <summary>Writes them.</summary>
    /// <param name="force">Overwrite what is in the way.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="DiagnosticException">A file is in the way, or writing failed.</exception>
    public int Write(bool force)
    {
        var root = Path.GetFullPath(folder);
        var clashes = files.Where(file => Differs(Path.Combine(root, file.Key), file.Value)).Select(file => file.Key)
            .Order(StringComparer.Ordinal).ToArray();
        if (clashes.Length > 0 && !force)
        {
            var others = clashes.Length > MostNamed ? $" and {clashes.Length - MostNamed} more" : "";
            throw new DiagnosticException(
                DiagnosticCodes.UnsafeOutput,
                    $"these files are there already and would be overwritten: {string.Join(", ", clashes.Take(MostNamed))}{others}; add --force to overwrite them", new(folder));
        }

        try
        {
            foreach (var (name, content) in files)
            {
                var path = Path.Combine(root, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(DiagnosticCodes.WriteFailed, $"can't write: {e.Message.TrimEnd('.')}", new(folder));
        }

        return files.Count;
    }

    private static bool Differs(string path, byte[] content) =>
        Directory.Exists(path) || (File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(content));
}
