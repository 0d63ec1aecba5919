using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>The program explains itself.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--root")]
    [InlineData("--config")]
    [InlineData("--model")]
    [InlineData("--labels")]
    [InlineData("--images")]
    [InlineData("--output")]
    [InlineData("--base-url")]
    [InlineData("--jobs")]
    [InlineData("--no-cache")]
    [InlineData("--log-format")]
    public void BuildHelpListsEveryOption(string option)
    {
        var result = Shell.Run("build", "--help");
        Assert.Equal(0, result.Exit);
        Assert.Contains(option, result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void HelpListsTheCommands()
    {
        var result = Shell.Run("--help");
        Assert.Equal(0, result.Exit);
        Assert.Contains("build", result.Output);
    }

    [Fact]
    public void WithoutACommandTheUsageIsShown()
    {
        var result = Shell.Run();
        Assert.Equal(2, result.Exit);
        Assert.Contains("Usage", result.All);
        Assert.Contains("build", result.All);
    }

    [Fact]
    public void TheVersionIsPrinted()
    {
        var result = Shell.Run("--version");
        Assert.Equal(0, result.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }
}
