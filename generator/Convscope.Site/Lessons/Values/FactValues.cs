using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Texts;
using Convscope.Site.Configuration;
using Convscope.Site.Lessons.Binding;

namespace Convscope.Site.Lessons.Values;

/// <summary>What the file beside the model records of it: it can't be computed from the network, but stands in one place.</summary>
internal static class FactValues
{
    /// <summary>A fact by its name; a number as a whole number or, with <c>as=share</c>, as a percentage.</summary>
    public static LiveValue Fact(Arguments arguments, LessonNeeds needs)
    {
        var name = arguments.Text("name", "");
        var isShare = arguments.Choice("as", "text", "text", "share") == "share";

        // A lesson goes with any model; of one that records nothing there is nothing to say.
        if (arguments.Scope.Facts.IsEmpty) return (_, _) => null;
        if (!arguments.Scope.Facts.TryGetValue(name, out var fact))
        {
            arguments.Wrong("name",
                $"the model's file has no fact '{name}' under 'facts:'{Suggestion.For(name, arguments.Scope.Facts.Keys)}",
                DiagnosticCodes.BadParameter);
            return (_, _) => null;
        }

        if (double.TryParse(fact, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return (_, words) => isShare ? Live.Share(number, words) : number == Math.Floor(number)
                ? Live.Whole((long)number) : Live.Number(number, fact);
        if (isShare) arguments.Wrong("as", $"the fact '{name}' is no number: '{fact}'");
        return (_, words) => Live.Text(ShownText.Whole(words.Given(fact)));
    }
}
