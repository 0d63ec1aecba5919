using Convscope.Core.Answers;

namespace Convscope.Site.Configuration;

/// <summary>Reads <c>answer:</c> of a model's YAML file: a kind, or a kind with its settings.</summary>
internal static class AnswerKeys
{
    private static readonly Dictionary<string, AnswerKind> Kinds = new()
    {
        ["boxes"] = AnswerKind.Boxes, ["ssd"] = AnswerKind.Boxes, ["ultraface"] = AnswerKind.Boxes, ["yolov5"] = AnswerKind.YoloV5,
        ["yolov8"] = AnswerKind.YoloV8, ["mask"] = AnswerKind.Mask, ["points"] = AnswerKind.Points, ["picture"] = AnswerKind.Picture,
        ["text"] = AnswerKind.Text, ["distances"] = AnswerKind.Distances,
    };

    private static readonly Dictionary<string, BoxForm> Forms = new() { ["corners"] = BoxForm.Corners, ["centre"] = BoxForm.Centre };

    private static readonly Dictionary<string, bool> Units = new() { ["shares"] = false, ["pixels"] = true };

    private static readonly Dictionary<string, bool> Orders = new() { ["xy"] = false, ["yx"] = true };

    /// <summary>Reads it; null where nothing is said.</summary>
    public static AnswerRecipe? Read(YamlMap map)
    {
        if (!map.Has("answer")) return null;
        if (!map.IsMap("answer"))
            return map.Choice("answer", Kinds) is { } only ? Usual(new(only), map.Text("answer", "")) : null;
        var said = map.Map("answer")!;
        if (!said.Has("kind")) said.Report("kind", $"is missing; one of {string.Join(", ", Kinds.Keys)}");
        var kind = said.Choice("kind", Kinds);
        var recipe = Usual(new(kind ?? AnswerKind.Mask), said.Text("kind", ""));
        recipe = recipe with
        {
            Scores = said.Text("scores", ""),
            Boxes = said.Text("boxes", ""),
            Form = said.Choice("form", Forms) ?? recipe.Form,
            InPixels = said.Choice("unit", Units) ?? recipe.InPixels,
            Threshold = said.Number("threshold"),
            Overlap = said.Number("overlap") ?? recipe.Overlap,
            Nothing = said.Number("nothing") is { } nothing ? (int)nothing : recipe.Nothing,
            RowsFirst = said.Choice("order", Orders) ?? false,
        };
        var range = said.Numbers("range");
        if (range is [var black, var white] && black != white) recipe = recipe with { Range = (black, white) };
        else if (said.Has("range")) said.Report("range", "must be the numbers of black and of white, such as [0, 255]");
        said.RejectOthers();
        return kind is null ? null : recipe;
    }

    /// <summary>SSD heads and UltraFace have a class for nothing, their first.</summary>
    private static AnswerRecipe Usual(AnswerRecipe recipe, string word) =>
        word is "ssd" or "ultraface" ? recipe with { Nothing = 0, Form = BoxForm.Corners, InPixels = false } : recipe;
}
