namespace Convscope.Site.Loading;

/// <summary>Finds files by their names, whichever form of Unicode the system that they come from gives these.</summary>
public static class FileNames
{
    /// <summary>The path, or that of the file in the same folder whose name is the same in another form.</summary>
    /// <param name="path">A full path.</param>
    public static string Find(string path)
    {
        if (File.Exists(path) || Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder)) return path;
        var name = UnicodeForm.Composed(Path.GetFileName(path));
        return Directory.EnumerateFiles(folder).FirstOrDefault(file => UnicodeForm.Composed(Path.GetFileName(file)) == name, path);
    }
}
