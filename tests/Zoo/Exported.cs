using Convscope.Tests.Shared;

namespace Convscope.Tests.Zoo;

/// <summary>The networks of <c>export.py</c>, exported at once: to load torch takes longer than to export one.</summary>
public sealed class Exported : IDisposable
{
    private readonly TempFolder _temporary = new();

    /// <summary>Exports them.</summary>
    public Exported() => Python.Run("export.py", _temporary.Folder);

    /// <summary>The repository's root.</summary>
    public static string Root => Python.Root;

    /// <summary>The file of one network.</summary>
    public string Model(string name) => _temporary.PathOf($"{name}.onnx");

    /// <inheritdoc/>
    public void Dispose() => _temporary.Dispose();
}
