using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Incremental;

/// <summary>The edit of a text needs no ONNX Runtime: its library, the longest to load, can even be broken.</summary>
public sealed class WithoutRuntimeTests : IDisposable
{
    private const string Chapter = "content/en/one.md";
    private const string Library = "libonnxruntime.so";
    private readonly TempSite _site = new();
    private readonly TempFolder _program = new();

    public WithoutRuntimeTests()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            var copy = Path.Combine(_program.Folder, Path.GetFileName(file));
            if (Path.GetFileName(file) == Library) File.WriteAllText(copy, "");
            else File.Copy(file, copy);
        }
    }

    [Fact]
    public void A_text_is_edited_without_it()
    {
        _site.Write(Chapter, EditedSite.Chapter("One", 1, "::: layer layer=conv\n:::"));
        Assert.Equal(0, Run(AppContext.BaseDirectory).Code);
        _site.Write(Chapter, _site.Read(Chapter) + "\nOne more sentence.\n");
        var edit = Run(_program.Folder);
        Assert.True(edit.Code == 0, edit.Error);
        Assert.Contains("One more sentence.", _site.Page("learn/one/index.html"));
    }

    [Fact]
    public void A_network_is_not_run_without_it()
    {
        var (code, error) = Run(_program.Folder);
        Assert.NotEqual(0, code);
        Assert.Contains("onnxruntime", error);
    }

    public void Dispose()
    {
        _site.Dispose();
        _program.Dispose();
    }

    private (int Code, string Error) Run(string program)
    {
        using var process = Shell.Start(program, "build", "--root", _site.Folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return (process.ExitCode, output.Result + error.Result);
    }
}
