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
        var noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        var site = new TempSite();
        site.Write("templates/css/99-large.css", $".noise {{ content: \"{Convert.ToBase64String(noise)}\"; }}\n");
        return site;
    }
}
