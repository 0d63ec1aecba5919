using Convscope.Site.Lessons.Binding;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Values;

/// <summary>What is known of a picture, and what the network says of it.</summary>
internal static class PictureValues
{
    /// <summary>Its title, with a link to its overview.</summary>
    public static LiveValue Title(Arguments arguments, LessonNeeds needs) =>
        Of(arguments, needs, (picture, _) => Live.Link(picture.Url, picture.Title));

    /// <summary>The class that it truly belongs to.</summary>
    public static LiveValue Label(Arguments arguments, LessonNeeds needs) =>
        Of(arguments, needs, (picture, _) => picture.Label.Length > 0 ? Live.Text(picture.Label) : null);

    /// <summary>The class that is predicted; with <c>rank=2</c> the runner-up.</summary>
    public static LiveValue TopClass(Arguments arguments, LessonNeeds needs)
    {
        var rank = arguments.Count("rank", 1);
        return Of(arguments, needs, (picture, _) => Ranked(picture, rank) is { } c ? Live.Text(c.Label) : null);
    }

    /// <summary>The probability of the predicted class, of another rank, or of a class by its label.</summary>
    public static LiveValue Probability(Arguments arguments, LessonNeeds needs)
    {
        var rank = arguments.Count("rank", 1);
        var label = arguments.Text("class", "");
        var scope = arguments.Scope;
        return Of(arguments, needs, (picture, words) =>
            (label.Length > 0 ? picture.Classes.FirstOrDefault(c => label == "true"
                ? c.IsTrue : scope.Views.GivenUnitName(scope.Network.Output, c.Unit) == label) : Ranked(picture, rank)) is { } found
                ? Live.Share(found.Value, words) : null);
    }

    /// <summary>How far the first class is ahead of the second, in percentage points: the difference of the two numbers that are
    /// shown.</summary>
    public static LiveValue Lead(Arguments arguments, LessonNeeds needs) => Of(arguments, needs, (picture, _) =>
        Ranked(picture, 1) is { } first && Ranked(picture, 2) is { } second
            ? Live.Number(Core.Explain.Number.Round(first.Value * 100, 1) - Core.Explain.Number.Round(second.Value * 100, 1), 1) : null);

    /// <summary>What all probabilities add up to.</summary>
    public static LiveValue ProbabilitySum(Arguments arguments, LessonNeeds needs)
    {
        var picture = arguments.Picture();
        var output = arguments.Scope.Network.Output;
        needs.Add(picture, output);
        return (scene, _) => scene.Pictures.Find(picture) is { } found
            ? Live.Number(found[output].Values.Sum(value => (double)value), 4) : null;
    }

    private static ClassView? Ranked(PictureView picture, int rank) =>
        picture.Classes.OrderByDescending(c => c.Value).ThenBy(c => c.Unit).ElementAtOrDefault(rank - 1);

    private static LiveValue Of(Arguments arguments, LessonNeeds needs, Func<PictureView, Words, string?> value)
    {
        var choice = arguments.Picture();
        needs.Add(choice);
        return (scene, words) => scene.Pictures.Find(choice) is { } picture ? value(scene.PictureIn(picture.View, words), words) : null;
    }
}
