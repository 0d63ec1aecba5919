using System.Text.Json;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A finger on the middle of an element: the browser itself decides what its moves scroll.</summary>
internal sealed class Finger
{
    private const int Steps = 10;

    private readonly ICDPSession _session;
    private float _x;
    private float _y;

    private Finger(ICDPSession session, float x, float y) => (_session, _x, _y) = (session, x, y);

    /// <summary>Scrolls the element into the window and holds a finger over it.</summary>
    public static async Task<Finger> OnAsync(IPage page, ILocator element)
    {
        await element.EvaluateAsync("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 300)");
        var box = (await element.BoundingBoxAsync())!;
        return new(await page.Context.NewCDPSessionAsync(page), box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    public Task PressAsync() => SendAsync("touchStart", new { x = _x, y = _y });

    /// <summary>Moves on, in small steps.</summary>
    public async Task MoveAsync(float right, float down)
    {
        for (var i = 0; i < Steps; i++)
        {
            (_x, _y) = (_x + (right / Steps), _y + (down / Steps));
            await SendAsync("touchMove", new { x = _x, y = _y });
        }
    }

    public Task LiftAsync() => SendAsync("touchEnd");

    private Task<JsonElement?> SendAsync(string type, params object[] points) =>
        _session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = points });
}
