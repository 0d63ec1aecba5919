using System.Globalization;
using System.Text.RegularExpressions;

namespace Convscope.Inference.Naming;

/// <summary>
/// Names of layers as the network's author has them: the module that a layer is, <c>layer3.1.conv2</c>, from what exporters note of it,
/// or from the names of weights. The operator is added only where a module has several layers, and alone where the file tells no name.
/// </summary>
internal static partial class AuthorNames
{
    /// <summary>The names, all different, in the order of the layers; the first is the input's.</summary>
    public static string[] Of(IReadOnlyList<LayerOrigin> layers)
    {
        Place?[] told = [.. layers.Select((layer, i) => i == 0 ? new("", IsInside: true) : Place.Of(layer))];
        new Neighbours(layers, told).Fill();
        var places = SharedModules.Dropped([.. told.Skip(1).Select(place => place!)]).Prepend(told[0]!).ToArray();
        var around = places.SelectMany(place => place.Around).ToHashSet(StringComparer.Ordinal);
        var owners = places.Select((place, i) => (place.Module, i)).GroupBy(pair => pair.Module, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => OwnerOf([.. group.Select(pair => layers[pair.i])]), StringComparer.Ordinal);
        return Numbered([.. layers.Select((layer, i) => i == 0 ? (InputName(layer.Node), false) : Name(layer, places[i]))]);

        (string Name, bool IsStep) Name(LayerOrigin layer, Place place)
        {
            var (module, word) = (place.Module, layer.Word);
            if (module.Length == 0) return (word, true);
            if (place.IsInside || around.Contains(module)) return ($"{module}.{word}", true);
            if (word != owners[module]) return ($"{module}.{word}", false);
            return (module.All(char.IsDigit) ? $"{word}_{module}" : module, false);
        }
    }

    /// <summary>Of several layers in one module, those with weights bear its name, else the first.</summary>
    private static string OwnerOf(LayerOrigin[] layers) => (layers.FirstOrDefault(layer => !layer.Weights.IsEmpty) ?? layers[0]).Word;

    /// <summary>Steps without a name are counted; a module that is used again has a number the second time.</summary>
    private static string[] Numbered((string Name, bool IsStep)[] names)
    {
        var all = names.CountBy(pair => pair.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var taken = all.Where(pair => pair.Value == 1).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(pair =>
        {
            if (all[pair.Name] == 1) return pair.Name;
            string name;
            do
            {
                var number = next[pair.Name] = next.GetValueOrDefault(pair.Name) + 1;
                name = pair.IsStep ? string.Create(CultureInfo.InvariantCulture, $"{pair.Name}_{number}")
                    : number == 1 ? pair.Name : string.Create(CultureInfo.InvariantCulture, $"{pair.Name} ({number})");
            }
            while (!taken.Add(name));
            return name;
        })];
    }

    private static string InputName(string name) => Ornaments.Without(Counter().Replace(name, "")) is { Length: > 0 } own ? own : "input";

    [GeneratedRegex(@"(\.\d+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
