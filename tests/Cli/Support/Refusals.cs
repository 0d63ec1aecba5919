namespace Convscope.Tests.Cli.Support;

/// <summary>What every refusal has in common.</summary>
internal static class Refusals
{
    /// <summary>No stack trace, no type names, no "unexpected".</summary>
    public static void AreForPeople(CliResult result)
    {
        Assert.DoesNotContain("   at ", result.All);
        Assert.DoesNotContain("Exception", result.All);
        Assert.DoesNotContain("CS1999", result.All);
        Assert.DoesNotContain("System.", result.All);
        Assert.NotEmpty(result.Errors);
    }
}
