using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Looks at a page with axe, at the sizes and in the colours that readers have it.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Everything = new();

    /// <summary>What colours can change; the rest is the same in the dark.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    /// <summary>Asserts that axe finds nothing on a desk nor on a phone, light nor dark.</summary>
    public static async Task AssertFindsNothingAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var width in new[] { 1440, 360 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var result = await page.RunAxe(scheme == ColorScheme.Light ? Everything : Colours);
                found.AddRange(result.Violations.Select(violation => $"{width} {scheme} {Tell(violation)}"));
            }
        }

        Assert.True(found.Count == 0, page.Url + "\n" + string.Join("\n", found));
    }

    private static string Tell(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}\n" + string.Join("\n", violation.Nodes.Take(5).Select(node =>
            $"  {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
}
