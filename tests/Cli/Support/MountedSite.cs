namespace Convscope.Tests.Cli.Support;

/// <summary>A small site whose output is a file system of its own, where tests may mount one; else a plain folder.</summary>
internal sealed class MountedSite : TempSite
{
    public MountedSite(string size = "64m")
    {
        Directory.CreateDirectory(Output);
        IsMounted = Superuser.Can("mount", "-t", "tmpfs", "-o", "size=" + size, "none", Output);
    }

    public bool IsMounted { get; }

    /// <summary>How the program calls the output.</summary>
    public string Shown => Path.Combine(Folder, "output").Replace('\\', '/');

    public override void Dispose()
    {
        if (IsMounted) Superuser.Can("umount", Output);
        base.Dispose();
    }
}
