using System.Text;
using Convscope.Core.Network;
using Convscope.Site.Assets;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>A data file gives back what was written, bit by bit, in whatever form.</summary>
public sealed class DataFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AChannelOfAPictureIsAByteACellAndComesBackExactly(bool inverted)
    {
        var preprocessing = new Preprocessing { Mean = [0.485], Std = [0.229], Invert = inverted };
        float[] map = [.. Enumerable.Range(0, 96 * 96)
            .Select(i => (float)preprocessing.Apply((int)(128 + (100 * Math.Sin(i / 40.0)) + (i % 7)), 0))];
        var file = DataFile.WriteChannel("koala/input/0", map);
        Assert.Equal(map, DataText.Read(Encoding.ASCII.GetString(file)));
        Assert.True(file.Length < DataFile.Write("koala/input/0", map).Length / 2);
    }

    [Fact]
    public void SoDoesAChannelOfMoreDifferentValuesThanBytes()
    {
        float[] map = [.. Enumerable.Range(0, 3000).Select(i => i / 7f), float.NaN, -0f, float.PositiveInfinity];
        Assert.Equal(map, DataText.Read(Encoding.ASCII.GetString(DataFile.WriteChannel("koala/input/0", map))));
    }

    [Fact]
    public void TheTwoZerosAreDifferentValues()
    {
        float[] map = [.. Enumerable.Range(0, 5000).Select(i => i % 3 == 0 ? -0f : 0f)];
        var read = DataText.Read(Encoding.ASCII.GetString(DataFile.WriteChannel("koala/input/0", map)));
        Assert.Equal(map.Select(BitConverter.SingleToInt32Bits), read.Select(BitConverter.SingleToInt32Bits));
    }
}
