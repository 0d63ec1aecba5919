using System.Runtime.Intrinsics.X86;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Operators;

namespace Convscope.Tests.Browser.Live;

/// <summary>Whole layers computed by scripts in Chromium, cell by cell against ONNX Runtime.</summary>
public sealed class ForwardTests(ScriptBrowser browser) : IClassFixture<ScriptBrowser>
{
    private const double Bound = 1e-5;

    [Theory]
    [MemberData(nameof(OperatorFixtures.Names), MemberType = typeof(OperatorFixtures))]
    public async Task A_script_computes_what_the_runtime_does(string fixture) => Assert.Empty(await FaultsOf(fixture));

    [Theory]
    [InlineData("LrnFixture", "widgets/lrn/forward.js", "** beta", "** (beta + 1)")]
    [InlineData("PowFixture", "widgets/pow/forward.js", "** values[1]", "** (values[1] + 1)")]
    [InlineData("DenseFixture", "widgets/flatten/forward.js", "= order;", "= [2, 1, 0];")]
    [InlineData("ConvFixture", "js/compute/layers/convolution.js", "qd + d * w", "qd + d * v")]
    [InlineData("ConvFixture", "js/compute/layers/convolution.js", "* dilation[1]", "* 1")]
    [InlineData("DenseFixture", "js/compute/layers/dense.js", "c + value * third[i]", "c + value * second[i]")]
    [InlineData("ConvTransposeFixture", "widgets/conv-transpose/forward.js", "- pad[1]", "- pad[0]")]
    [InlineData("AveragePoolFixture", "widgets/average-pool/forward.js", "size + padEnd[axis]", "size")]
    [InlineData("ConcatFixture", "js/compute/layers/copy.js", "map % units", "0 * map")]
    [InlineData("SoftmaxFixture", "js/compute/layers/exponentials.js", "op.alongColumns ? i * width : i", "i")]
    [InlineData("GroupNormFixture", "js/compute/layers/normalise.js", "unit * groups", "unit")]
    [InlineData("ResizeFixture", "widgets/resize/forward.js", "share * weight", "weight")]
    [InlineData("GeluFixture", "js/compute/layers/formula.js", "** 3", "** 2")]
    public async Task A_planted_fault_is_found(string fixture, string script, string right, string wrong)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "templates", script));
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.NotEmpty(await FaultsOf(fixture, (path, given) =>
            path == script ? given.Replace(right, wrong, StringComparison.Ordinal) : given));
    }

    [Theory]
    [InlineData("models/tiny-vgg.onnx")]
    [InlineData("tests/fixtures/models/residual.onnx")]
    public async Task Sums_are_the_recorded_ones_to_the_last_bit_where_the_runtime_multiplies_and_adds_in_one_step(string path)
    {
        using var model = OnnxModel.Load(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, path)), new SourceSpan(path), new());
        var recorded = new Recorded(model, Recorded.Picture(model.Network));
        var page = await browser.OpenAsync();
        var computed = await recorded.ComputeAsync(page);
        foreach (var layer in model.Network.Layers.Skip(1))
        {
            if (Fma.IsSupported && layer.Operator.Kind is "conv" or "dense") Assert.Equal(recorded.Of(layer), computed[layer.Id]!);
            else Assert.True(recorded.Error(layer, computed[layer.Id]) <= Bound, layer.Id);
        }

        await page.CloseAsync();
    }

    private async Task<List<string>> FaultsOf(string name, Func<string, string, string>? change = null)
    {
        var fixture = OperatorFixtures.Of(name);
        var page = await browser.OpenAsync(change);
        var faults = new List<string>();
        foreach (var (title, builder) in fixture.Models)
        {
            using var model = builder.Load();
            var recorded = new Recorded(model, Recorded.Picture(model.Network));
            var computed = await recorded.ComputeAsync(page);
            faults.AddRange(
                from layer in model.Network.Layers.Skip(1)
                where !fixture.Unexplained.Contains(layer.Id)
                let error = recorded.Error(layer, computed[layer.Id])
                where error > Bound
                select $"{title}, '{layer.Id}' ({layer.Operator.Kind}): {error} of its range");
        }

        await page.CloseAsync();
        return faults;
    }
}
