using System.Text.Json;
using Convscope.Cli;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Zoo;

/// <summary>As many parameters as PyTorch counts itself, also where layers have no equation, or share their weights.</summary>
public sealed class CountTests : IDisposable
{
    private readonly TempFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Parameters_are_those_that_PyTorch_counts()
    {
        Python.Run("counted.py", _temporary.Folder);
        var counts = JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(_temporary.PathOf("counts.json")))!;
        Assert.Equal(["convnext", "rows", "swin", "tied", "vit"], counts.Keys.Order());
        Assert.Equal(counts, counts.Keys.ToDictionary(name => name, name => Counted(_temporary.PathOf($"{name}.onnx"))));
    }

    private static long Counted(string model)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = App.Run(["inspect", model, "--json"], output, error, isRedirected: true, CancellationToken.None);
        Assert.True(exit == ExitCode.Ok, $"{error}");
        using var inspection = JsonDocument.Parse(output.ToString());
        return inspection.RootElement.GetProperty("totals").GetProperty("parameters").GetInt64();
    }
}
