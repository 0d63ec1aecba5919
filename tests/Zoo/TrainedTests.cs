using System.Text.Json;
using Convscope.Cli;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Zoo;

/// <summary>A network that was trained a moment ago gets from Convscope what its trainer's own reader would have given it, and says the
/// same.</summary>
public sealed class TrainedTests : IDisposable
{
    private readonly TempFolder _temporary = new();

    [Fact]
    public void It_is_fed_as_it_was_trained()
    {
        var folder = _temporary.Folder;
        Python.Run("trained.py", Path.Combine(Python.Root, "models", "training"), folder);
        using var error = new StringWriter();
        string[] command = ["build", "--root", folder, "--model", _temporary.PathOf("net.onnx"), "--images",
            _temporary.PathOf("pictures"), "--output", _temporary.PathOf("site")];
        Assert.True(App.Run(command, TextWriter.Null, error, isRedirected: true, CancellationToken.None) == ExitCode.Ok, error.ToString());

        using var expected = JsonDocument.Parse(_temporary.Read("expected.json"));
        using var site = JsonDocument.Parse(_temporary.Read("site/site.json"));
        var pictures = site.RootElement.GetProperty("images").EnumerateArray().ToArray();
        Assert.Equal(5, pictures.Length);
        foreach (var picture in pictures)
        {
            var name = picture.GetProperty("id").GetString()!;
            var trainer = expected.RootElement.GetProperty(name);
            var units = picture.GetProperty("layers").EnumerateArray().First().GetProperty("units").EnumerateArray();
            var input = units.SelectMany(unit => DataText.Read(_temporary.Read("site/" + unit.GetProperty("data").GetString())));
            Same(Numbers(trainer.GetProperty("input")), input.Select(value => (double)value), 1e-6, $"the input of {name}");
            var probabilities = picture.GetProperty("probabilities").EnumerateArray()
                .Select(one => one.GetProperty("probability").GetDouble());
            Same(Numbers(trainer.GetProperty("probabilities")), probabilities, 1e-5, $"the answer to {name}");
        }
    }

    public void Dispose() => _temporary.Dispose();

    private static IEnumerable<double> Numbers(JsonElement list) => list.EnumerateArray().Select(number => number.GetDouble());

    private static void Same(IEnumerable<double> expected, IEnumerable<double> found, double apart, string what)
    {
        var (all, others) = (expected.ToArray(), found.ToArray());
        Assert.Equal(all.Length, others.Length);
        var worst = all.Zip(others, (one, other) => Math.Abs(one - other)).Max();
        Assert.True(worst <= apart, $"{what} is {worst} apart");
    }
}
