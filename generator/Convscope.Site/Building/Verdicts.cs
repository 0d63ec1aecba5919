using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Loading;

namespace Convscope.Site.Building;

/// <summary>What is said of layers that don't come out as recomputed, or that give what is no number.</summary>
internal static class Verdicts
{
    /// <summary>What goes on with a warning.</summary>
    /// <exception cref="DiagnosticException">With every layer, where the site isn't to be built with such.</exception>
    public static ImmutableArray<Diagnostic> Of(IEnumerable<LayerError> worst, IEnumerable<PictureSurvey> pictures, SiteSources sources)
    {
        var file = new SourceSpan(sources.ModelFile.Shown);
        var severity = sources.Config.WarnsOfErrors ? Severity.Warning : Severity.Error;
        Diagnostic[] beyond = [.. worst.Where(error => !error.IsWithin)
            .Select(error => new Diagnostic(DiagnosticCodes.Verification, severity, Message(error), file))];
        Diagnostic[] notFinite = [.. pictures.Select(picture => picture.NotFinite).OfType<NotFinite>().GroupBy(found => found.Layer.Id)
            .Select(group => Diagnostic.Warning(DiagnosticCodes.NotFinite, Message([.. group]), file))];
        return beyond.Length > 0 && severity == Severity.Error
            ? throw new DiagnosticException([.. beyond, .. notFinite]) : [.. beyond, .. notFinite];
    }

    private static string Message(LayerError error)
    {
        var difference = double.IsFinite(error.Absolute)
            ? Invariant($"by {error.Absolute:g3}, {error.OfBound:g3} times what rounding explains")
                : "by what is no number, or has another size";
        return $"layer '{error.Layer}' differs from its recomputation {difference}, on picture '{error.Picture}'";
    }

    private static string Message(NotFinite[] found)
    {
        var first = found[0];
        var all = first.Layer.Shape.Count;
        var at = first.Layer.Shape.MapSize == 1
            ? Invariant($"unit {first.First.Unit}")
            : Invariant($"unit {first.First.Unit}, row {first.First.Row}, column {first.First.Column}");
        var what = float.IsNaN(first.Value) ? "what is not a number (NaN)" : "infinity";
        var others = found.Length == 1 ? "" : Invariant($" and {found.Length - 1} more");
        var title = Words.English.Heading(first.Layer.Operator.Title);
        return Invariant($"layer '{first.Layer.Id}' ({title}) gives {what} in {first.Count:N0} of its {all:N0} cells, first in {at}, ")
            + Invariant($"on picture '{first.Picture}'{others}; ")
            + "its inputs are all finite, and the layers after it work with what it gives";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
