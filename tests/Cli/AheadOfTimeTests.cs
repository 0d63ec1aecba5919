using System.Reflection;
using System.Reflection.PortableExecutable;
using Convscope.Cli;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Without the compiler all works, three times as slowly: that must not happen unseen, such as where packages lie in another
/// folder than usual.</summary>
public sealed class AheadOfTimeTests
{
    [Theory]
    [InlineData("convscope.dll")]
    [InlineData("Convscope.Site.dll")]
    [InlineData("Scriban.Signed.dll")]
    [InlineData("YamlDotNet.dll")]
    public void TheProgramIsNativeCodeWhereItIsBuiltSo(string assembly)
    {
        var isWanted = typeof(App).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(about => about.Key == "AheadOfTime").Value == "true";
        var (ours, program) = (Path.Combine("tests", "Cli"), Path.Combine("generator", "Convscope.Cli"));
        Assert.StartsWith(Path.Combine(Repository.Root, ours), AppContext.BaseDirectory, StringComparison.Ordinal);
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory.Replace(ours, program, StringComparison.Ordinal), assembly));
        using var reader = new PEReader(file);
        Assert.Equal(isWanted, reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
