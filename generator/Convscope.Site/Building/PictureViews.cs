using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Rendering.Pictures;
using Convscope.Rendering.Png;
using Convscope.Site.Assets;
using Convscope.Site.Configuration;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Says of a picture what every page may want to show: its thumbnail, its classes, right or wrong.</summary>
public static class PictureViews
{
    private const int MostClasses = 10;
    private const int LongestSide = 512;
    private const int ThumbnailSide = 72;

    /// <summary>Makes the view and writes the picture itself.</summary>
    public static PictureView Of(PictureRun run, NetworkGraph network, NetworkViews views, ModelMetadata metadata, StagedSite staged)
    {
        var entry = run.Entry;
        var classes = Classes(run, network, views, entry);
        var said = Prediction.Of(network.Output, run.Activations[network.Output].Values, metadata.Labels, unit => views.UnitName(network.Output, unit), entry.Label);
        var isKnown = entry.Label.Length > 0 && metadata.Labels.Contains(entry.Label);
        var isRight = isKnown && said?.Label == entry.Label;
        var input = network.Input.Shape;
        var (width, height) = Thumbnail.SizeOf(run.Original, LongestSide);
        var background = metadata.Preprocessing.Background;
        return new(
            entry.Id, entry.Title, entry.Alt.Length > 0 ? entry.Alt : entry.Title, entry.Label, entry.Credit, entry.Licence, entry.Source,
            Routes.Overview(entry.Id), Write(staged, entry.Id, "original.webp", Thumbnail.Render(run.Original, LongestSide, background)), width, height,
            Write(staged, entry.Id, "seen.png", RgbPng.Encode(run.Seen, input.Width, input.Height)),
            Write(staged, entry.Id, "thumbnail.webp", Thumbnail.Render(run.Original, ThumbnailSide, background)),
            said?.Label ?? "", said?.Share ?? "", said is not null, isKnown, isRight, Verdict(entry, said, isKnown, isRight), classes);
    }

    private static string Verdict(PictureEntry entry, Prediction? said, bool isKnown, bool isRight) =>
        said is null || !isKnown ? "" : isRight
            ? $"The network is right: it says {said.Label} ({said.Share})."
            : $"The network is wrong: it says {said.Label} ({said.Share}), but this is {entry.Label}.";

    private static ImmutableArray<ClassView> Classes(PictureRun run, NetworkGraph network, NetworkViews views, PictureEntry entry)
    {
        var output = network.Output;
        if (!output.Operator.GivesProbabilities) return [];
        var values = run.Activations[output].Values;
        var top = Array.IndexOf(values, values.Max());
        return [.. Enumerable.Range(0, values.Length)
            .OrderByDescending(unit => values[unit]).ThenBy(unit => unit).Take(MostClasses).Order()
            .Select(unit => new ClassView(
                unit, views.UnitName(output, unit), values[unit], TextAlternative.Share(values[unit]),
                (values[unit] * 100).ToString("0.#", CultureInfo.InvariantCulture),
                views.UnitName(output, unit) == entry.Label, unit == top, Routes.Unit(entry.Id, output.Id, unit)))];
    }

    private static string Write(StagedSite staged, string picture, string name, byte[] content)
    {
        var route = $"pictures/{picture}/{Path.GetFileNameWithoutExtension(name)}-{StagedSite.Hash(content)}{Path.GetExtension(name)}";
        staged.Add(route, content);
        return route;
    }
}
