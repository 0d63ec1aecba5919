using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Convscope.Core.Network;
using Convscope.Rendering.Pictures;

namespace Convscope.Tests.Unit.Rendering;

/// <summary>
/// Each filter against the library that it is named after, at every ratio from 1/20 to 5, as <c>tests/fixtures/filters/record.py</c>
/// recorded it.
/// </summary>
public sealed class FilterTests
{
    private const int Width = 120, Height = 80;

    /// <summary>A filter, the library's results, and how far apart they may be: 0 where the library computes in whole numbers.</summary>
    public static TheoryData<ResizeFilter, string, int> Libraries => new()
    {
        { ResizeFilter.Bilinear, "pil bilinear", 0 },
        { ResizeFilter.Bicubic, "pil bicubic", 0 },
        { ResizeFilter.Nearest, "pil nearest", 0 },
        { ResizeFilter.BilinearPlain, "opencv linear", 0 },
        { ResizeFilter.BilinearPlain, "tensorflow bilinear", 1 },
        { ResizeFilter.Area, "opencv area", 1 },
        { ResizeFilter.Bilinear, "torchvision tensor bilinear", 1 },
        { ResizeFilter.Bicubic, "torchvision tensor bicubic", 1 },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_filter_is_what_it_is_named_after(ResizeFilter filter, string library, int apart)
    {
        using var recorded = JsonDocument.Parse(Pixels.Fixture("../filters/recorded.json"));
        var scene = Scene();
        Check(Opaque(scene), recorded.RootElement.GetProperty("scene").GetString()!, 0, "the picture itself");
        var results = recorded.RootElement.GetProperty("results").GetProperty(library).EnumerateObject().ToArray();
        Assert.True(results.Length > 100);
        foreach (var result in results)
        {
            var size = result.Name.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
            Check(PictureResizer.Resize(scene, size[0], size[1], new() { Filter = filter }), result.Value.GetString()!, apart, result.Name);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ResizeFilter.Area)]
    [InlineData(ResizeFilter.Bilinear)]
    [InlineData(ResizeFilter.Bicubic)]
    [InlineData(ResizeFilter.BilinearPlain)]
    [InlineData(ResizeFilter.Nearest)]
    public void A_part_is_a_part_of_the_whole(ResizeFilter? filter)
    {
        var scene = Scene();
        var whole = PictureResizer.Resize(scene, 60, 40, new() { Filter = filter });
        var part = PictureResizer.Resize(scene, 32, 20, new() { Filter = filter, Resize = new(ResizeMode.Shorter, 40, 40) });
        for (var y = 0; y < 20; y++)
            Assert.Equal(whole.AsSpan((((y + 10) * 60) + 14) * 3, 32 * 3).ToArray(), part.AsSpan(y * 32 * 3, 32 * 3).ToArray());
    }

    private static void Check(byte[] pixels, string recorded, int apart, string what)
    {
        var (checksum, samples) = (recorded[..8], Convert.FromHexString(recorded[9..]));
        for (var i = 0; i < samples.Length; i++)
        {
            var found = pixels[(long)pixels.Length * i / samples.Length];
            Assert.True(Math.Abs(found - samples[i]) <= apart, $"{what}: value {i} of {samples.Length} is {found} instead of {samples[i]}");
        }

        if (apart == 0) Assert.True(checksum == Convert.ToHexStringLower(SHA256.HashData(pixels))[..8], $"{what}: another checksum");
    }

    private static byte[] Opaque(Picture picture) => [.. picture.Rgba.Where((_, i) => i % 4 != 3)];

    /// <summary>Slow shades, hard edges and grain, as the recording program makes them.</summary>
    private static Picture Scene()
    {
        var values = new List<int>();
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                for (var c = 0; c < 3; c++)
                {
                    var shade = ((x * (3 - c)) + (y * (1 + c))) * 2 / 5;
                    var disc = ((x - 80) * (x - 80)) + ((y - 30) * (y - 30)) < 400 ? 60 * c : 0;
                    var edge = (((x / 13) + (y / 17)) % 2 * (70 - (20 * c))) + disc;
                    var grain = ((x * 7919) + (y * 104729) + (c * 1299709)) % 65537 * 75 % 65537 % 29;
                    values.Add(Math.Clamp(shade + edge + grain, 0, 255));
                }
            }
        }

        return Pixels.Picture(Width, Height, [.. values]);
    }
}
