using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>What a reader has to load is limited: told, or refused where the site says so.</summary>
public sealed class BudgetTests
{
    [Fact]
    public void AStyleSheetOverItsBudgetIsTold()
    {
        using var site = WithLargeStyle();
        Assert.Contains("warning CS1503: the style sheet takes", site.Built().Error);
    }

    [Fact]
    public void AScriptOverItsBudgetIsTold()
    {
        using var site = new TempSite();
        site.Write("templates/js/own.js", $"export function startOwn() {{\n  return \"{Noise(15_000)}\";\n}}\n");
        var told = site.Built().Error;
        Assert.Contains("/overview.js: warning CS1503: the script of an overview takes", told);
        Assert.Contains("/unit-conv.js: warning CS1503: the script of a unit's page takes", told);
        var check = Shell.Run("check", "--root", site.Folder);
        Assert.Contains("/index.html: warning CS1503: the script of an overview takes", check.Error);
        Assert.Contains("warning CS1503: the script of a unit's page takes", check.Error);
    }

    [Fact]
    public void WhereBudgetsAreEnforcedItStopsTheBuild()
    {
        using var site = WithLargeStyle();
        site.Write("content/site.yaml", TempSite.Config + "budgets: enforce\n");
        Assert.Single(site.Fails(1, ["site.css", "error CS1503: the style sheet takes", "the budget is 15 KB"]).Errors);
    }

    [Fact]
    public void OtherPicturesThanTheSitesOwnAreNotRefused()
    {
        using var site = WithLargeStyle();
        site.Write("content/site.yaml", TempSite.Config + "budgets: enforce\n");
        Assert.Contains("warning CS1503", site.Built("--images", site.PathOf("content/images")).Error);
    }

    private static TempSite WithLargeStyle()
    {
        var site = new TempSite();
        site.Write("templates/css/99-large.css", $".noise {{ content: \"{Noise(20_000)}\"; }}\n");
        return site;
    }

    /// <summary>A text that can't be compressed to fewer bytes.</summary>
    private static string Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(1).NextBytes(noise);
        return Convert.ToBase64String(noise);
    }
}
