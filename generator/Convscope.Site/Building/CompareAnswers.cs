using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Site.Assets;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Puts both networks' answers beside each other, in one language.</summary>
public sealed class CompareAnswers(NetworkGraph network, ComparedModel other, Edition edition)
{
    /// <summary>So many numbers are named one by one; of more, the range is told.</summary>
    private const int Few = 4;

    private readonly NetworkViews _others = new(other.Network, other.Metadata, edition.Words);

    /// <summary>The answers to a picture.</summary>
    public ComparedAnswerView Of(PictureSurvey survey, PictureComparison found)
    {
        var words = edition.Words;
        var picture = edition.Picture(survey.Entry.Id);
        var theirs = Said(found.Answer, survey.Entry.Label);
        bool? hasChanged = !picture.HasPrediction || theirs is null ? null
            : survey.Output.Length == found.Answer.Length ? Top(network, survey.Output) != Top(other.Network, found.Answer)
                : picture.PredictedLabel != theirs.Name;
        return new(
            picture, Routes.CompareOf(picture.Id), Own(picture), Others(theirs, found.Answer),
            hasChanged is { } changed ? words[changed ? "compare_changed" : "compare_same"] : "", hasChanged == true,
            found.AnswerDifference is { } difference ? new(difference, Decimals.ForMagnitude(difference)) : null);
    }

    /// <summary>The classes that the site shows, with both shares; none where the answers aren't shares of the same classes.</summary>
    public ImmutableArray<ComparedClassView> Classes(PictureSurvey survey, PictureComparison found, PictureView picture)
    {
        if (picture.Classes.IsEmpty || found.Answer.Length != survey.Output.Length || !other.Network.AreProbabilities(other.Network.Output))
            return [];
        var top = Array.IndexOf(found.Answer, found.Answer.Max());
        return [.. picture.Classes.Select(one => new ComparedClassView(
            one, TextAlternative.Share(found.Answer[one.Unit], edition.Words), found.Answer[one.Unit],
            TextAlternative.Bar(found.Answer[one.Unit]), one.Unit == top))];
    }

    private Prediction? Said(float[] values, string truth) =>
        values.Length == 0 || values.Any(value => !float.IsFinite(value)) ? null
            : Prediction.Of(other.Network, values, other.Metadata.LabelsOf(other.Network),
                unit => _others.UnitName(other.Network.Output, unit), truth, edition.Words);

    /// <summary>The first answer: the likeliest class, of one probability yes or no.</summary>
    private static int Top(NetworkGraph whose, float[] values) =>
        Prediction.IsYesOrNo(whose) ? values[0] >= 0.5f ? 1 : 0 : Array.IndexOf(values, values.Max());

    private string Own(PictureView picture) => picture.HasPrediction
        ? edition.Words["compare_answer", picture.PredictedLabel, picture.PredictedShare]
        : picture.Numbers?.Text ?? edition.Words["compare_no_answer", network.Output.Shape];

    private string Others(Prediction? said, float[] values)
    {
        var words = edition.Words;
        if (said is not null) return words["compare_answer", said.Name, said.Share];
        if (values.Length == 0) return words["compare_no_answer", other.Network.Output.Shape];
        var decimals = Decimals.ForMagnitude(values.Max(Math.Abs));
        string Shown(float value) => new Number(value, decimals).Short;
        return values.Length > Few ? words["numbers_between", values.Length, Shown(values.Min()), Shown(values.Max())]
            : string.Join(words["list_comma"], values.Select(Shown));
    }
}
