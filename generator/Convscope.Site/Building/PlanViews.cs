using System.Globalization;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Says what of a site's network and pictures is shown, and what isn't.</summary>
public static class PlanViews
{
    /// <summary>Counts what is shown.</summary>
    public static PlanView Of(NetworkGraph network, UnitPlan plan, int pictures, int allPictures)
    {
        var layers = network.Layers.Where(layer => layer.Operator is not ILaysOut).ToArray();
        return new(
            layers.Sum(layer => plan.Units(layer).Length), layers.Sum(layer => layer.Shape.Units), plan.UnitsALayer,
            layers.Count(layer => !plan.Units(layer).IsEmpty), layers.Length, pictures, allPictures);
    }

    /// <summary>The same for the build's output: a sentence for each thing that was left out.</summary>
    public static IReadOnlyList<string> Notes(PlanView plan)
    {
        var notes = new List<string>();
        if (plan.Units < plan.AllUnits)
            notes.Add(Invariant(
                $"{plan.Units:N0} of {plan.AllUnits:N0} units have pages, the most active, at most {plan.MostUnits} a layer; the others are on contact sheets (limits: units)"));
        if (plan.Layers < plan.AllLayers)
            notes.Add(Invariant($"the units of {plan.Layers} of {plan.AllLayers} layers have pages (limits: layers)"));
        if (plan.Pictures < plan.AllPictures)
            notes.Add(Invariant($"{plan.Pictures} of {plan.AllPictures} pictures are shown (limits: pictures)"));
        return notes;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
