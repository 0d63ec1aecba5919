using System.Globalization;
using Convscope.Core.Diagnostics;
using Convscope.Core.Texts;

namespace Convscope.Cli.Reporting;

/// <summary>Writes an inspection as a table for people.</summary>
public static class InspectionText
{
    /// <summary>Writes it.</summary>
    /// <param name="inspection">What to write.</param>
    /// <param name="output">Where to.</param>
    /// <param name="width">Columns of the terminal, into which long ids are shortened; null shortens nothing.</param>
    public static void Write(Inspection inspection, TextWriter output, int? width)
    {
        output.WriteLine(Printable($"{inspection.File}: {inspection.Name}"));
        output.WriteLine(Printable(
            $"opset {inspection.Opset}, {(inspection.Producer.Length > 0 ? "written by " + inspection.Producer : "unknown producer")}, input in {inspection.Layout}"));
        output.WriteLine($"sha256 {inspection.Sha256}");
        output.WriteLine(Printable($"{inspection.Output.Task}: {inspection.Output.Reason}; {Probabilities(inspection.Output)}"));
        output.WriteLine($"input {Named(inspection, inspection.Inputs)}; output {Named(inspection, inspection.Outputs)}");
        WriteRecipe(inspection, output);
        output.WriteLine();
        var table = new TextTable(("Layer", false), ("Operator", false), ("Output", false), ("Parameters", true), ("Multiply-adds", true),
            ("Sees", true));
        foreach (var layer in inspection.Layers)
        {
            table.Add(
                layer.Id, Printable(layer.Operator) + (layer.Explained ? "" : " *"), string.Join(" × ", layer.Shape),
                    Count(layer.Parameters), layer.MultiplyAdds is { } products ? Count(products) : "?",
                layer.Inputs.IsEmpty ? "" : Field(layer));
        }

        var totals = inspection.Totals;
        table.Add("", "", "", Count(totals.Parameters), (totals.NotCounted > 0 ? "at least " : "")
            + totals.MultiplyAdds.ToString("N0", CultureInfo.InvariantCulture), "");
        table.Write(output, width);
        output.WriteLine();
        output.WriteLine($"{totals.Layers} layers: {totals.Explained} explained, {totals.Generic} generic");
        if (totals.NotCounted > 0)
            output.WriteLine($"multiply-adds not counted: those of {totals.NotCounted} generic {(totals.NotCounted == 1 ? "layer" : "layers")}");
        var shared = inspection.Layers.Sum(layer => layer.Parameters) - totals.Parameters;
        if (shared > 0) output.WriteLine(
            $"parameters that several layers work with are counted once: {Count(shared)} less than the sum of the layers");
        foreach (var group in inspection.Layers.Where(layer => !layer.Explained).GroupBy(layer => layer.Operator))
            output.WriteLine(Printable(
                $"* {group.Key} is shown without an equation: {string.Join(", ", group.Select(layer => layer.Id))}"));
        WriteChanges(inspection, output);
        foreach (var doubt in inspection.Doubts) output.WriteLine(Printable($"warning {DiagnosticCodes.RecipeDoubtful}: {doubt}"));
    }

    private static void WriteRecipe(Inspection inspection, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("What is done to a picture, in this order:");
        foreach (var entry in inspection.Recipe) output.WriteLine($"  {entry.Key}: {entry.Value}");
        if (inspection.Recipe.All(entry => entry.Key != "filter"))
            output.WriteLine("  (no filter is named: areas are averaged where it shrinks, pixels interpolated where it grows)");
    }

    private static void WriteChanges(Inspection inspection, TextWriter output)
    {
        if (inspection.Changes.IsEmpty) return;
        output.WriteLine();
        output.WriteLine("What is drawn otherwise than the file has it:");
        foreach (var change in inspection.Changes) output.WriteLine(Printable($"  {change.Pass}: {change.Node}: {change.What}"));
    }

    private static string Probabilities(InspectedOutput output) => output.Probabilities switch
    {
        "none" => "its numbers are shown as they are (--task and --probabilities say otherwise)",
        "given" => "it gives probabilities",
        "derived" => "probabilities are derived from its logits",
        _ => "probabilities are derived, if these are logits (--probabilities none, --task or --labels say what they are)",
    };

    private static string Named(Inspection inspection, IEnumerable<string> ids) =>
        string.Join(", ", ids.Select(id => $"{id} ({string.Join(" × ", inspection.Layers.First(layer => layer.Id == id).Shape)})"));

    private static string Field(InspectedLayer layer)
    {
        var (most, least) = (string.Join(" × ", layer.ReceptiveField), string.Join(" × ", layer.SmallestReceptiveField));
        return (layer.ReceptiveFieldAtMost ? "at most " : "") + (most == least ? most : $"{least} to {most}");
    }

    private static string Count(long count) => count == 0 ? "" : count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A model's names may hold anything, and are endless if someone wants them to be.</summary>
    private static string Printable(string text) => VisibleText.Line(text);
}
