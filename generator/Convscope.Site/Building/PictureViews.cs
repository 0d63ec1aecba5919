using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Assets;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Says of a picture what every page may want to show: its thumbnail, its classes, right or wrong.</summary>
public static class PictureViews
{
    private const int MostClasses = 10;

    /// <summary>Makes the view.</summary>
    public static PictureView Of(PictureSurvey survey, NetworkGraph network, NetworkViews views, UnitPlan plan, ModelMetadata metadata,
        Words words)
    {
        var (entry, files) = (survey.Entry, survey.Files);
        var isShared = survey.Output.Length > 0 && network.AreProbabilities(network.Output);
        var classes = isShared ? Classes(survey, network, views, plan, words) : [];
        var said = Prediction.Of(network, survey.Output, metadata.LabelsOf(network), unit =>
            views.UnitName(network.Output, unit), entry.Label, words);
        var isKnown = entry.Label.Length > 0 && metadata.LabelsOf(network).Contains(entry.Label);
        var isRight = isKnown && said?.Label == entry.Label;
        return new(
            entry.Id, words.Name(entry.Title), words.Sentence(entry.Alt.Length > 0 ? entry.Alt : entry.Title), words.Name(entry.Label),
                ShownText.Whole(entry.Credit), ShownText.Whole(entry.Licence), ShownText.Whole(entry.Source),
            Routes.Overview(entry.Id), files.Original, files.Width, files.Height, files.Seen, files.Thumbnail,
            said?.Name ?? "", said?.Share ?? "", said is not null, isKnown, isRight, Verdict(entry, said, isKnown, isRight, words), classes)
        {
            GivenTitle = words.Given(entry.Title), GivenLabel = words.Given(entry.Label),
            IsAssumed = said is not null && network.Meaning.Probabilities == ProbabilityOrigin.Assumed,
            Numbers = isShared || survey.Output.Length == 0 ? null : OutputNumbers.Of(survey.Output, network, views, plan, words),
        };
    }

    private static string Verdict(PictureEntry entry, Prediction? said, bool isKnown, bool isRight, Words words) =>
        said is null || !isKnown ? "" : isRight
            ? words["verdict_right", said.Name, said.Share]
            : words["verdict_wrong", said.Name, said.Share, words.Name(entry.Label)];

    /// <summary>The likeliest of the classes that have pages; the very likeliest always has.</summary>
    private static ImmutableArray<ClassView> Classes(PictureSurvey survey, NetworkGraph network, NetworkViews views, UnitPlan plan,
        Words words)
    {
        var output = network.Output;
        var (entry, values) = (survey.Entry, survey.Output);
        var top = Array.IndexOf(values, values.Max());
        return [.. plan.Units(output)
            .OrderByDescending(unit => values[unit]).ThenBy(unit => unit).Take(MostClasses).Order()
            .Select(unit => new ClassView(
                unit, views.UnitName(output, unit), values[unit], TextAlternative.Share(values[unit], words),
                (values[unit] * 100).ToString("0.#", CultureInfo.InvariantCulture),
                views.IsLabel(output, unit, entry.Label), unit == top, Routes.Unit(entry.Id, output.Id, unit))
            {
                GivenLabel = views.GivenUnitName(output, unit),
            })];
    }
}
