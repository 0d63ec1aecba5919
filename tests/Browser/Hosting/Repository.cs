namespace Convscope.Tests.Browser.Hosting;

/// <summary>Finds the repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Full path of the folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Convscope.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException($"Convscope.slnx is in no folder above {AppContext.BaseDirectory}");
    }
}
