namespace Convscope.Tests.Shared;

/// <summary>A folder of its own, in memory where there is room, gone after the test.</summary>
public class TempFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public string Folder { get; } = New();

    /// <summary>A new folder, for whom deletes it itself.</summary>
    public static string New() => HasMemory()
        ? Directory.CreateDirectory(Path.Combine(Memory, $"convscope-test-{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory("convscope-test-").FullName;

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

    /// <summary>Thousands of small files are written and deleted: on a disk that took twice the time of all else.</summary>
    private static bool HasMemory() => Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > 1L << 30;
}
