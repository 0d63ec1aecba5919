using Convscope.Inference;
using Convscope.Inference.Onnx;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Unit.Inference;

/// <summary>Weights in files beside the model.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("convscope-external-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    public void They_are_read(int offset)
    {
        using var whole = Built().Load();
        Write("net.data", offset);
        using var model = Model("net.data", offset).Load(Options);
        var picture = Recompute.Picture(model.Network.Input);
        Assert.Equal(whole.Run(picture)[whole.Network.Output].Values, model.Run(picture)[model.Network.Output].Values);
        Recompute.Check(model);
    }

    [Fact]
    public void Those_files_are_named_for_the_fingerprint()
    {
        Write("net.data", 0);
        Assert.Equal([Path.Combine(_folder, "net.data")], OnnxModel.FilesBeside(Model("net.data", 0).Model.ToByteArray(), _folder));
        Assert.Empty(OnnxModel.FilesBeside(Model("../net.data", 0).Model.ToByteArray(), _folder));
        Assert.Empty(OnnxModel.FilesBeside(Built().Model.ToByteArray(), _folder));
    }

    [Theory]
    [InlineData("nowhere.data", "'nowhere.data', which is missing; put it beside the model")]
    [InlineData("../net.data", "isn't in the model's folder")]
    [InlineData("/etc/hostname", "isn't in the model's folder")]
    [InlineData("sub/../../net.data", "isn't in the model's folder")]
    [InlineData("", "doesn't say in which")]
    public void What_is_missing_or_elsewhere_is_refused(string location, string words) => Refuses(Model(location, 0), words);

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "link.data"), Fixture.PathOf("labels.txt"));
        Refuses(Model("link.data", 0), "leads out of the model's folder");
    }

    [Theory]
    [InlineData("offset", "4", "has only 432 bytes")]
    [InlineData("offset", "9223372036854775807", "has only 432 bytes")]
    [InlineData("offset", "-1", "'-1' for its offset")]
    [InlineData("length", "431", "431 are said")]
    [InlineData("length", "many", "'many' for its length")]
    public void Places_that_do_not_fit_the_file_are_refused(string key, string value, string words)
    {
        Write("net.data", 0);
        var builder = Model("net.data", 0);
        var entries = builder.Model.Graph.Initializer[0].ExternalData;
        entries.Remove(entries.First(entry => entry.Key == key));
        entries.Add(new StringStringEntryProto { Key = key, Value = value });
        Refuses(builder, words);
    }

    private ModelOptions Options => new() { Folder = _folder };

    private void Refuses(ModelBuilder builder, string words)
    {
        var diagnostic = builder.Refused(Options);
        Assert.Equal("CS1102", diagnostic.Code);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
    }

    private static ModelBuilder Built() => new ModelBuilder().Input(1, 3, 8, 8).Weights("w", 4, 3, 3, 3).Node("Conv", "image w", "conv")
        .Output("conv");

    private void Write(string name, int offset)
    {
        var values = Built().Model.Graph.Initializer[0].FloatData;
        File.WriteAllBytes(Path.Combine(_folder, name), [.. new byte[offset], .. values.SelectMany(BitConverter.GetBytes)]);
    }

    private static ModelBuilder Model(string location, int offset)
    {
        var builder = Built();
        var tensor = builder.Model.Graph.Initializer[0];
        tensor.FloatData.Clear();
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        foreach (var (key, value) in new[] { ("location", location), ("offset", $"{offset}"), ("length", "432") })
            tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
        return builder;
    }
}
