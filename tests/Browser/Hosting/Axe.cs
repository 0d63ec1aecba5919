using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Looks at a page with axe, at the sizes and in the colours that readers have it.</summary>
/// <remarks>axe runs in the page itself, put there once: its wrapper for Playwright opens a further window for every look.</remarks>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What colours can change; the rest is the same in the dark.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    /// <summary>Asserts that axe finds nothing on a desk nor on a phone, light nor dark.</summary>
    public static async Task AssertFindsNothingAsync(IPage page)
    {
        var found = new List<string>();
        await page.EvaluateAsync(Script);
        foreach (var width in new[] { 1440, 360 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var violations = await page.EvaluateAsync<string[]>(Look, scheme == ColorScheme.Light ? null : Colours);
                found.AddRange(violations.Select(violation => $"{width} {scheme} {violation}"));
            }
        }

        Assert.True(found.Count == 0, page.Url + "\n" + string.Join("\n", found));
    }

    /// <summary>Looks at the whole page, by some rules or by all, and tells what is wrong with at most five elements a rule.</summary>
    private const string Look =
        """
        async rules => {
          const options = rules ? { resultTypes: ["violations"], runOnly: rules } : { resultTypes: ["violations"] };
          const { violations, passes, incomplete } = await axe.run(document, options);
          if (violations.length + passes.length + incomplete.length === 0) throw new Error("axe looked at nothing");
          const tell = node => `  ${node.html}\n    ${[...node.any, ...node.all, ...node.none].map(check => check.message).join("; ")}`;
          return violations.map(rule => [`${rule.id} (${rule.impact}): ${rule.help}`, ...rule.nodes.slice(0, 5).map(tell)].join("\n"));
        }
        """;
}
