using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Rendering.Pictures;
using Convscope.Site.Configuration;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Zoo;

/// <summary>
/// Twelve photographs, three networks, seven presets: what the networks get and say is what the library gives and gets that the preset is
/// named after. The largest differences stand in the documentation, in every language, and none may be larger than is said there.
/// </summary>
public sealed partial class PresetTests : IDisposable
{
    private const int Photographs = 12;
    private const double MostOfAValue = 1, MostOfAProbability = 1e-3;

    private static readonly string[] OnColours = ["torchvision", "torchvision-232", "timm", "caffe", "tf", "torch"];

    private readonly TempFolder _temporary = new();

    [Fact]
    public void A_preset_is_what_it_is_named_after()
    {
        Python.Run("recipes.py", _temporary.Folder);
        var found = new Dictionary<string, Apart>();
        foreach (var name in new[] { "squeezenet", "shufflenet", "lenet" })
        {
            using var model = OnnxModel.Load(File.ReadAllBytes(_temporary.PathOf(name + ".onnx")), new(name), new());
            foreach (var preset in name == "lenet" ? ["mnist"] : OnColours)
            {
                for (var number = 0; number < Photographs; number++)
                    found[preset] = Compare(model, name, preset, number).Or(found.GetValueOrDefault(preset, new(0, 0)));
            }
        }

        foreach (var language in new[] { "en", "zh" }) CheckTable(language, found);
    }

    public void Dispose() => _temporary.Dispose();

    private Apart Compare(OnnxModel model, string name, string preset, int number)
    {
        var recipe = new InputSettings { Preset = preset }.ToPreprocessing();
        var file = _temporary.PathOf($"photographs/{number}.{(number % 2 == 0 ? "jpg" : "png")}");
        var picture = PictureDecoder.Decode(File.ReadAllBytes(file), new SourceSpan(file), new DecoderLimits());
        var input = InputTensor.Of(picture, model.Network.Input.Shape, recipe).Input;
        var values = Recorded($"{preset}-{number}.input").Zip(input.Values, (one, other) => Math.Abs(one - other))
            .Select((apart, i) => apart * recipe.StdOf(i / input.Shape.MapSize) / recipe.Scale);
        var answer = model.Run(input.Values)[model.Network.Output].Values;
        return new(values.Max(), Recorded($"{preset}-{name}-{number}.output").Zip(answer, (one, other) => Math.Abs(one - other)).Max());
    }

    private float[] Recorded(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(_temporary.PathOf(file))).ToArray();

    private static void CheckTable(string language, Dictionary<string, Apart> found)
    {
        var page = File.ReadAllText(Path.Combine(Python.Root, "content", language, "docs", "verification.md"));
        var rows = Row().Matches(page).ToDictionary(row => row.Groups["preset"].Value, row =>
            new Apart(Number(row, "value"), Number(row, "probability")));
        Assert.Equal(found.Keys.Order(), rows.Keys.Order());
        foreach (var (preset, apart) in found)
        {
            Assert.InRange(apart.Value, 0, rows[preset].Value);
            Assert.InRange(apart.Probability, 0, rows[preset].Probability);
            Assert.InRange(rows[preset].Value, 0, MostOfAValue);
            Assert.InRange(rows[preset].Probability, 0, MostOfAProbability);
        }
    }

    private static double Number(Match row, string group) => double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>A row of the table: preset, library, and the largest difference of a value and of a probability.</summary>
    [GeneratedRegex(@"^\| `(?<preset>[a-z0-9-]+)` \| [^|\n]+ \| (?<value>[0-9.]+) \| (?<probability>[0-9.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>The largest differences.</summary>
    private sealed record Apart(double Value, double Probability)
    {
        public Apart Or(Apart other) => new(Math.Max(Value, other.Value), Math.Max(Probability, other.Probability));
    }
}
