using System.Text;
using Convscope.Cli;
using Convscope.Rendering.Png;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Snapshots;

/// <summary>
/// A site small enough to read: two units, an 8 × 8 picture of a bar. Every weight and pixel is a multiple of a quarter, and
/// the two logits lie so far apart that the probabilities are 1 and 0: no rounding, so that every machine gives the same bytes.
/// </summary>
public sealed class TinySite : IDisposable
{
    private const int Side = 8;
    private readonly string _folder = Directory.CreateTempSubdirectory("convscope-tiny-").FullName;

    /// <summary>Builds it.</summary>
    public TinySite()
    {
        Write("content/site.yaml",
            "title: Tiny\ndescription: A site of two units.\nlanguage: en\nmodel: models/tiny.onnx\nimages: content/images\ncontent: content/en\noutput: output\n"u8);
        Write("content/en/index.md", "# Tiny\n\nTwo **units** look for bars.\n"u8);
        Write("content/en/lesson.md", Encoding.UTF8.GetBytes(Lesson));
        Write("content/en/glossary.yaml", "terms:\n  - {term: unit, also: units, definition: One part of a layer.}\n"u8);
        Write("content/images/images.yaml",
            "images:\n  - {file: bar.png, title: Bar, alt: An upright bar., label: upright, credit: Drawn by a test, licence: MIT}\n"u8);
        Write("content/images/bar.png", RgbPng.Encode(Bar(), Side, Side));
        Write("models/tiny.onnx", Model());
        Write("models/tiny.yaml",
            "name: tiny\ntitle: Tiny\nlabels: [upright, lying]\nlicence: MIT\ninput: {layout: NCHW, scale: 0.00392156862745098}\n"u8);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = App.Run(["build", "--root", _folder], output, error, isRedirected: true, CancellationToken.None);
        if (exit != ExitCode.Ok) throw new InvalidOperationException($"the tiny site doesn't build ({exit}):\n{error}{output}");
    }

    /// <summary>The bytes of a file of the site; a <c>*</c> in its name stands for the hash.</summary>
    public byte[] Bytes(string route) => File.ReadAllBytes(Directory.EnumerateFiles(
        Path.Combine(_folder, "output", Path.GetDirectoryName(route)!), Path.GetFileName(route)).Single());

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Lesson = """
        ---
        title: A lesson
        order: 1
        description: Of two units.
        ---

        The network has :value{units layer=conv} units and says :value{top-class}.

        ## Sums {#sums}

        ::: unit layer=conv:first unit=0
        One of its **units**, at :value{place layer=conv:first unit=0}.
        :::

        ::: softmax
        :::

        ::: unit layer=batch-norm
        :::

        ::: question
        How many parameters?

        :value{parameter-rule layer=conv}.
        :::
        """;

    private static byte[] Model() => new ModelBuilder().Input(1, 3, Side, Side)
        .Floats("edges", [2, 3, 3, 3], [.. Upright(), .. Upright(), .. Upright(), .. Lying(), .. Lying(), .. Lying()])
        .Floats("thresholds", [2], -0.25f, -0.5f)
        .Floats("votes", [2, 18], [.. Enumerable.Repeat(32f, 9), .. Enumerable.Repeat(-32f, 9), .. Enumerable.Repeat(-32f, 9),
            .. Enumerable.Repeat(32f, 9)])
        .Floats("leaning", [2], 0.25f, 0)
        .Node("Conv", "image edges thresholds", "edge", ("kernel_shape", new[] { 3, 3 }))
        .Node("Relu", "edge", "relu")
        .Node("MaxPool", "relu", "pool", ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }))
        .Node("Flatten", "pool", "flat", ("axis", 1))
        .Node("Gemm", "flat votes leaning", "logits", ("transB", 1))
        .Node("Softmax", "logits", "probabilities", ("axis", 1))
        .Output("probabilities").Model.ToByteArray();

    private static float[] Upright() => [-0.25f, 0.5f, -0.25f, -0.25f, 0.5f, -0.25f, -0.25f, 0.5f, -0.25f];

    private static float[] Lying() => [-0.25f, -0.25f, -0.25f, 0.5f, 0.5f, 0.5f, -0.25f, -0.25f, -0.25f];

    private static byte[] Bar() =>
        [.. Enumerable.Range(0, Side * Side).SelectMany(cell => Enumerable.Repeat(cell % Side == 3 ? (byte)255 : (byte)0, 3))];

    private void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
