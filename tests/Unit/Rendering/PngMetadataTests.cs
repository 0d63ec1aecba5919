using System.Buffers.Binary;
using Convscope.Rendering.Pictures;
using SkiaSharp;

namespace Convscope.Tests.Unit.Rendering;

/// <summary>Large chunks that are no part of the picture never reach the decoder, which would take seconds for them.</summary>
public sealed class PngMetadataTests
{
    private const int Lowered = 100;

    [Fact]
    public void LargeOnesAreLeftOutAndSmallOnesStay()
    {
        var png = Pixels.Encode(Pixels.Noise(4, 3), SKEncodedImageFormat.Png);
        byte[] with = [.. png[..33], .. Chunk("prVt", 101), .. Chunk("teXt", 100), .. Chunk("zzZz", 5000), .. png[33..]];
        Assert.Equal([.. png[..33], .. Chunk("teXt", 100), .. png[33..]], PngMetadata.Trimmed(with, Lowered));
        Assert.Same(png, PngMetadata.Trimmed(png, 1 << 20));
    }

    [Fact]
    public void WhatThePictureIsMadeOfStaysHoweverLarge()
    {
        var png = Pixels.Encode(Pixels.Noise(64, 64), SKEncodedImageFormat.Png);
        Assert.Equal(Pixels.Decode(png).Rgba, Pixels.Decode(PngMetadata.Trimmed(png, 0)).Rgba);
    }

    /// <summary>The limit is that of the program: the chunk is gone before the decoder sees it, so that its checksum isn't asked
    /// for.</summary>
    [Fact]
    public void ThePictureIsDecodedWithoutThem()
    {
        var png = Pixels.Encode(Pixels.Noise(4, 3), SKEncodedImageFormat.Png);
        byte[] with = [.. png[..33], .. Chunk("prVt", PngMetadata.Longest + 1), .. png[33..]];
        Assert.Equal(Pixels.Decode(png).Rgba, Pixels.Decode(with).Rgba);
        Assert.True(PngMetadata.Trimmed(with).Length < PngMetadata.Longest);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(90)]
    public void WhatIsNotWholeIsLeftToTheDecoder(int cut)
    {
        var png = Pixels.Encode(Pixels.Noise(64, 64), SKEncodedImageFormat.Png);
        Assert.Equal("CS1301", Pixels.Refused(() => Pixels.Decode(png[..^cut])).Code);
        var wild = png.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(wild.AsSpan(33), uint.MaxValue);
        Assert.Same(wild, PngMetadata.Trimmed(wild, Lowered));
    }

    private static byte[] Chunk(string type, int length)
    {
        var chunk = new byte[12 + length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, length);
        System.Text.Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        return chunk;
    }
}
