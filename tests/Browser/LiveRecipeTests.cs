using System.Runtime.InteropServices;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Rendering.Pictures;
using Convscope.Site.Live;
using Convscope.Site.Templates;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A reader's own picture becomes the same numbers in the browser as the generator makes of it.</summary>
public sealed class LiveRecipeTests(LiveRecipePage live) : IClassFixture<LiveRecipePage>
{
    /// <summary>Recipes with each filter, way of resizing and preparation, by name, each for an input of some shape.</summary>
    private static readonly (string Name, Shape Shape, Preprocessing Recipe)[] Recipes =
    [
        ("usual", new(3, 64, 64), new()),
        ("area", new(3, 40, 56), new() { Filter = ResizeFilter.Area, Resize = new(ResizeMode.Cover) }),
        ("area that grows", new(3, 300, 280), new() { Filter = ResizeFilter.Area }),
        ("torchvision", new(3, 56, 56), new()
        {
            Filter = ResizeFilter.Bilinear, Resize = new(ResizeMode.Shorter, 64, 64), Crop = new(56, 0),
            Mean = [0.485, 0.456, 0.406], Std = [0.229, 0.224, 0.225],
        }),
        ("timm", new(3, 48, 48), new()
        {
            Filter = ResizeFilter.Bicubic, Resize = new(ResizeMode.Shorter), Crop = new(0, 0.875), Mean = [0.5], Std = [0.5],
        }),
        ("caffe", new(3, 50, 70), new()
        {
            Filter = ResizeFilter.BilinearPlain, Resize = new(ResizeMode.Contain), Channels = ColourChannels.Bgr, Scale = 1,
            Mean = [103.939, 116.779, 123.68], Background = 0x336699,
        }),
        ("digits", new(1, 28, 28), new() { Invert = true, Filter = ResizeFilter.Nearest, Mean = [0.1307], Std = [0.3081] }),
        ("grey 709", new(1, 33, 31), new() { Grey = GreyWeights.Bt709, Resize = new(ResizeMode.None) }),
        ("opacity", new(4, 32, 32), new()),
        ("orientation ignored", new(3, 30, 50), new() { Orientation = OrientationUse.Ignore }),
    ];

    [Theory]
    [MemberData(nameof(LivePictures.Names), MemberType = typeof(LivePictures))]
    public async Task A_picture_becomes_the_generators_numbers(string picture)
    {
        var file = LivePictures.Read(picture);
        foreach (var (name, shape, recipe) in Recipes)
        {
            var expected = Expected(file, shape, recipe);
            var found = await live.TensorAsync(file, RecipeData.Of(recipe, shape)!);
            var different = expected.Zip(found).Count(pair => Bits(pair.First) != Bits(pair.Second));
            Assert.Equal(expected.Length, found.Length);
            Assert.True(different == 0, $"{picture}, {name}: {different} of {expected.Length} numbers differ");
        }
    }

    [Fact]
    public async Task A_picture_in_printing_colours_is_a_step_of_255_off_at_most()
    {
        var (_, shape, recipe) = Recipes[0];
        var expected = Expected(LivePictures.Printed, shape, recipe);
        var found = await live.TensorAsync(LivePictures.Printed, RecipeData.Of(recipe, shape)!);
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second, pair.First - (1.001f / 255), pair.First + (1.001f / 255)));
    }

    [Theory]
    [InlineData("empty", "live_empty_file")]
    [InlineData("cut short", "live_cut_short")]
    [InlineData("cut short png", "live_damaged")]
    [InlineData("pdf", "live_other_format")]
    [InlineData("text", "live_no_picture")]
    public async Task What_is_no_whole_picture_is_refused(string file, string key) =>
        Assert.Equal(key, await live.RefusalAsync(LivePictures.Broken(file)));

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);

    private static float[] Expected(byte[] file, Shape shape, Preprocessing recipe) =>
        InputTensor.Of(PictureDecoder.Decode(file, new("a picture"), new(), recipe.Orientation), shape, recipe).Input.Values;
}

/// <summary>A page that has the script's own modules at hand, unjoined.</summary>
public sealed class LiveRecipePage : IAsyncLifetime
{
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _server = await StaticServer.StartAsync(Path.Combine(Repository.Root, "templates"));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _page = await _browser.NewPageAsync();
        await _page.GotoAsync(_server.Origin + StaticServer.Prefix + "pages/not-found.html");
    }

    /// <summary>The numbers that the script makes of a picture.</summary>
    public async Task<float[]> TensorAsync(byte[] file, object recipe) =>
        MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(await RunAsync(file, TemplateFunctions.Json(recipe).Text))).ToArray();

    /// <summary>The words' key with which the script refuses a file.</summary>
    public Task<string> RefusalAsync(byte[] file) => RunAsync(file, "null");

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
        _playwright?.Dispose();
    }

    private Task<string> RunAsync(byte[] file, string recipe) =>
        _page!.EvaluateAsync<string>(Script, new object[] { Convert.ToBase64String(file), recipe, StaticServer.Prefix });

    private const string Script =
        """
        async ([file, json, root]) => {
          const { decodePicture } = await import(root + "js/live/recipe/decode.js");
          const { tensorOf } = await import(root + "js/live/recipe/picture.js");
          const recipe = JSON.parse(json);
          const blob = new Blob([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))]);
          try {
            const picture = await decodePicture(blob, recipe?.orientation ?? "apply");
            const bytes = new Uint8Array(tensorOf(picture, recipe).tensor.buffer);
            let text = "";
            for (const byte of bytes) text += String.fromCharCode(byte);
            return btoa(text);
          } catch (error) {
            if (recipe) throw error;
            return error.key ?? String(error);
          }
        }
        """;
}
