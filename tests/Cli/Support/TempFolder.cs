namespace Convscope.Tests.Cli.Support;

/// <summary>A folder of its own, gone after the test.</summary>
internal class TempFolder : IDisposable
{
    public TempFolder() => Folder = Directory.CreateTempSubdirectory("convscope-test-").FullName;

    public string Folder { get; }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
    }

    public virtual void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
