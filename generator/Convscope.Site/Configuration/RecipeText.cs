using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;

namespace Convscope.Site.Configuration;

/// <summary>Writes a recipe as the keys that it can be read from again, in the order in which it is carried out.</summary>
public static class RecipeText
{
    /// <summary>Every key with its value, as YAML has it; one that is not in force is left out.</summary>
    public static ImmutableArray<RecipeEntry> Of(Preprocessing recipe)
    {
        (string Key, string? Value)[] all =
        [
            ("orientation", recipe.Orientation == OrientationUse.Apply ? "apply" : "ignore"),
            ("alpha", recipe.Alpha == AlphaUse.Composite ? "composite" : "ignore"),
            ("background", recipe.Alpha == AlphaUse.Composite || recipe.Resize.Mode == ResizeMode.Contain
                ? $"\"#{recipe.Background:x6}\"" : null),
            ("resize", Resize(recipe.Resize)),
            ("filter", recipe.Filter is { } filter ? InputKeys.WordOf(filter) : null),
            ("crop", recipe.Crop is { } crop ? Number(crop.Side > 0 ? crop.Side : crop.Share) : null),
            ("grey", recipe.Channels == ColourChannels.Gray ? recipe.Grey == GreyWeights.Bt601 ? "601" : "709" : null),
            ("channels", recipe.Channels?.ToString().ToUpperInvariant()),
            ("invert", recipe.Invert ? "true" : null),
            ("scale", recipe.Scale == 1 / 255.0 ? "1/255" : recipe.Scale == 1 / 127.5 ? "1/127.5" : Number(recipe.Scale)),
            ("mean", Numbers(recipe.Mean)),
            ("std", Numbers(recipe.Std)),
        ];
        return [.. all.Where(entry => entry.Value is not null).Select(entry => new RecipeEntry(entry.Key, entry.Value!))];
    }

    private static string Resize(Resizing resize) => (resize.Mode, resize.Height) switch
    {
        (ResizeMode.Shorter, > 0) => Number(resize.Height),
        (ResizeMode.Stretch, > 0) => $"{Number(resize.Height)}x{Number(resize.Width)}",
        _ => resize.Mode.ToString().ToLowerInvariant(),
    };

    private static string? Numbers(ImmutableArray<double> numbers) => numbers.Length switch
    {
        0 => null,
        1 => Number(numbers[0]),
        _ => $"[{string.Join(", ", numbers.Select(Number))}]",
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A key of a recipe.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value, as YAML has it.</param>
public sealed record RecipeEntry(string Key, string Value);
