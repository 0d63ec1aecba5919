using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Convscope.Core.Planning;
using Convscope.Site.Assets;
using Convscope.Site.Output;
using Convscope.Site.Templates;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>
/// The page on which a reader works cells out, and the worksheets. Without the script the page holds one exercise of each kind with its
/// answer; the script takes others from a data file.
/// </summary>
/// <param name="pool">The exercises.</param>
/// <param name="kinds">What there is to practise.</param>
/// <param name="staged">Takes the data file.</param>
public sealed class PracticePages(
    PracticePool pool, ImmutableArray<(string Kind, Core.Texts.Phrase Title)> kinds, StagedSite staged)
{
    /// <summary>How many worksheets there are, no exercise on two of them as long as there are enough.</summary>
    public const int Sheets = 12;

    private const int OnSheet = 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them in one language.</summary>
    public void Write(Edition edition)
    {
        var (pages, words) = (edition.Pages, edition.Words);
        var sections = kinds.Select(kind => new PracticeView(kind.Kind, words.Heading(kind.Title),
            [.. pool.Of(kind.Kind).Select((posed, i) => View(posed, i + 1, edition))])).ToImmutableArray();
        WorksheetView[] sheets = [.. Enumerable.Range(1, Sheets).Select(number => new WorksheetView(number, Routes.Worksheet(number)))];
        pages.Write("pages/practice.html",
            pages.Page(Routes.Practice, "practice", words["pr_title"], words["pr_description"]),
            ("sections", sections), ("sheets", sheets),
            ("exercises", Data(edition, sections)), ("practice_words", TemplateFunctions.Json(words.Practice)));
        foreach (var (number, route) in sheets)
        {
            pages.Write("pages/worksheet.html",
                pages.Page(route, "practice", words["pr_sheet", number], words["pr_sheet_description", number],
                    (words["pr_title"], Routes.Practice)),
                ("number", number), ("sections", sections.Select(section => OnPaper(section, number))
                    .Where(section => section.Exercises.Length > 0).ToImmutableArray()),
                ("sheets", sheets));
        }
    }

    private static PracticeView OnPaper(PracticeView section, int sheet) => section with
    {
        Exercises = [.. Enumerable.Range((sheet - 1) * OnSheet, Math.Min(OnSheet, section.Exercises.Length))
            .Select(i => section.Exercises[i % section.Exercises.Length])],
    };

    private static ExerciseView View(PosedExercise posed, int number, Edition edition)
    {
        var (exercise, words) = (posed.Exercise, edition.Words);
        var (from, url) = ("", "");
        if (posed.Layer is { } layer)
        {
            from = words["pr_from", edition.Views.UnitName(layer, posed.At.Unit), edition.Views[layer].Name,
                edition.Picture(posed.Picture).Title];
            url = Routes.Unit(posed.Picture, layer.Id, posed.At.Unit)
                + (layer.Shape.MapSize > 1 ? string.Create(CultureInfo.InvariantCulture, $"#y={posed.At.Row}&x={posed.At.Column}") : "");
        }

        return new(number, words[exercise.Question],
            [.. exercise.Given.Select(given => GivenView.Of(given, words))], exercise.Answer,
            exercise.Answer.Decimals > 0 ? words["pr_decimals", exercise.Answer.Decimals] : words["pr_whole"], exercise.Steps, from, url);
    }

    /// <summary>All exercises for the script.</summary>
    /// <returns>The route of the file.</returns>
    private string Data(Edition edition, ImmutableArray<PracticeView> sections)
    {
        var all = sections.ToDictionary(section => section.Kind, section => section.Exercises.Zip(pool.Of(section.Kind)).Select(pair => new
        {
            question = pair.First.Question, form = pair.First.Form, from = pair.First.From, url = pair.First.Url, steps = pair.First.Steps,
            given = pair.First.Given.Select(given => new
            {
                name = given.Name, rows = given.Rows.Select(row => row.Select(cell => cell.Value.Shown)),
            }),
            answer = pair.First.Answer.Exact, decimals = pair.First.Answer.Decimals, tolerance = pair.Second.Exercise.Tolerance,
            slips = pair.Second.Exercise.Slips.Select(slip => new { key = slip.Key, value = slip.Value }),
        }));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(all, Json);
        var route = $"data/practice/{edition.Language.Code}-{StagedSite.Hash(bytes)}.js";
        staged.Add(route, DataFile.Write("practice/" + edition.Language.Code, bytes, CompressionLevel.Optimal));
        return route;
    }
}
