using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Support;

/// <summary>A small site of its own: a network of four units, two pictures, a text; it builds in a fraction of a second.</summary>
internal class TempSite : TempFolder
{
    public TempSite(string model = "small", string? metadata = "labels: [cat, dog, bird]\n")
    {
        Write("content/site.yaml", Config);
        Write("content/en/index.md", "# A small site\n\nHello, reader.\n");
        Write("content/images/red.png", Pictures.Png(20, 16, 230, 40, 30));
        Write("content/images/blue.png", Pictures.Png(16, 16, 20, 60, 220));
        Write("models/net.onnx", File.ReadAllBytes(Repository.Model(model)));
        if (metadata is not null) Write("models/net.yaml", metadata);
    }

    public static string Config => "title: Small\ndescription: A small site.\nmodel: models/net.onnx\n";

    public string Output => PathOf("output");

    public CliResult Build(params string[] args) => Build(CancellationToken.None, args);

    public CliResult Build(CancellationToken cancel, params string[] args) =>
        Shell.Run(cancel, ["build", "--root", Folder, .. args]);

    /// <summary>Builds and expects success.</summary>
    public CliResult Built(params string[] args)
    {
        var result = Build(args);
        Assert.True(result.Exit == 0, result.All);
        return result;
    }

    /// <summary>A page or file of the built site.</summary>
    public string Page(string route) => Read("output/" + route);

    /// <summary>Expects a build to fail with one clear message and the old site left as it was.</summary>
    public CliResult Fails(int exit, string[] says, params string[] args)
    {
        var before = Tree.Of(Output);
        var result = Build(args);
        Assert.Equal(exit, result.Exit);
        foreach (var text in says) Assert.Contains(text, result.Error);
        Refusals.AreForPeople(result);
        Assert.Equal(before, Tree.Of(Output));
        Assert.Empty(Hidden.In(Folder));
        return result;
    }
}
