using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Measures the numbers of a page's equations as they are drawn.</summary>
internal static class NumberGeometry
{
    private static readonly int[] Widths = [360, 768, 1280, 1440, 1920];

    /// <summary>Asserts that at every width no number is cut off, broken over lines, wider than its cell or over another one.</summary>
    public static async Task AssertWholeAsync(IPage page)
    {
        var faults = new List<string>();
        var before = page.ViewportSize!;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            faults.AddRange((await page.EvaluateAsync<string[]>(Measure)).Select(fault => $"{width}: {fault}"));
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
        Assert.True(faults.Count == 0, page.Url + "\n" + string.Join("\n", faults.Take(20)));
    }

    /// <summary>
    /// What an ancestor cuts off is lost unless it scrolls that way. Numbers in different layers (a result that goes along over the page)
    /// may lie over each other; the reader moves them apart.
    /// </summary>
    private const string Measure =
        """
        () => {
          const faults = [];
          const textOf = (data) => { const range = document.createRange(); range.selectNodeContents(data); return range; };
          const isGoingAlong = (element) => element !== document.body
            && (getComputedStyle(element).position === "sticky" || isGoingAlong(element.parentElement));
          const shown = [...document.querySelectorAll("[data-equation] data")].filter((data) => data.textContent && data.checkVisibility() && data.getClientRects().length > 0);
          const boxes = shown.map((data) => {
            const rects = [...textOf(data).getClientRects()];
            if (rects.length > 1) faults.push(`${data.textContent} is broken over lines`);
            return rects[0];
          });
          shown.forEach((data, i) => {
            const box = boxes[i];
            const cell = data.closest(".terms [data-term]")?.getBoundingClientRect();
            if (cell && (box.left < cell.left - .5 || box.right > cell.right + .5 || box.top < cell.top - .5 || box.bottom > cell.bottom + .5)) faults.push(`${data.textContent} leaves its cell`);
            for (let around = data.parentElement, [across, down] = [true, true]; around && around !== document.body; around = around.parentElement) {
              const style = getComputedStyle(around);
              const edge = around.getBoundingClientRect();
              const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
              const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
              if (across && cuts(style.overflowX) && (box.left < edge.left - .5 || box.right > edge.right + .5)) faults.push(`${data.textContent} is cut off by ${around.className}`);
              if (down && cuts(style.overflowY) && (box.top < edge.top - .5 || box.bottom > edge.bottom + .5)) faults.push(`${data.textContent} is cut off by ${around.className}`);
              across &&= !scrolls(style.overflowX);
              down &&= !scrolls(style.overflowY);
            }
            const scroller = data.closest(".terms, .table, .products, .addends");
            const seen = scroller ? scroller.getBoundingClientRect() : { right: innerWidth };
            if (!scroller && box.right > innerWidth + .5) faults.push(`${data.textContent} ends beyond the window`);
            if (seen.right > innerWidth + .5) faults.push(`the grid of ${data.textContent} ends beyond the window`);
          });
          const order = shown.map((_, i) => i).filter((i) => !isGoingAlong(shown[i])).sort((a, b) => boxes[a].left - boxes[b].left);
          order.forEach((i, place) => {
            for (let next = place + 1; next < order.length && boxes[order[next]].left < boxes[i].right - .5; next++) {
              const [a, b] = [boxes[i], boxes[order[next]]];
              const isElsewhere = shown[i].closest(".terms, .table, .products, .addends") !== shown[order[next]].closest(".terms, .table, .products, .addends");
              if (!isElsewhere && a.top < b.bottom - 1 && b.top < a.bottom - 1) faults.push(`${shown[i].textContent} lies over ${shown[order[next]].textContent}`);
            }
          });
          return [...new Set(faults)].slice(0, 8);
        }
        """;
}
