using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>Reads the YAML file beside a model.</summary>
public static class ModelMetadataReader
{
    private static readonly Dictionary<string, bool> Switches = new() { ["true"] = true, ["false"] = false };

    /// <summary>Reads the text; mistakes are added to the diagnostics.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="given">What the command line says of the input: it goes before what the file says.</param>
    /// <param name="diagnostics">Gets the mistakes.</param>
    public static ModelMetadata Read(string text, string path, InputSettings given, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, path, diagnostics);
        var settings = given.Or(map.Map("input") is { } input ? ReadInput(input) : new());
        var metadata = new ModelMetadata
        {
            Name = map.Text("name", ""),
            Title = map.Text("title", ""),
            Description = map.Text("description", ""),
            Licence = map.Text("licence", ""),
            Labels = KnownLabels.Named(map.Texts("labels")),
            Facts = map.Map("facts") is { } facts ? facts.Keys.ToImmutableSortedDictionary(key => key, key =>
                facts.Text(key, ""), StringComparer.Ordinal) : ModelMetadata.NoFacts,
            FoldBatchNorm = map.Choice("fold_batch_norm", Switches) ?? false,
            Probabilities = map.Choice("probabilities", OutputWords.Probabilities),
            Task = map.Choice("task", OutputWords.Tasks),
            Inputs = map.Map("inputs") is { } inputs ? inputs.Keys.ToImmutableSortedDictionary(
                key => key, inputs.Numbers, StringComparer.Ordinal) : new ModelMetadata().Inputs,
            Answer = AnswerKeys.Read(map),
            AnswerPlace = map.Has("answer") ? map.KeySpan("answer") : null,
            Layers = ReadLayers(map.Map("layers")),
            Preprocessing = settings.ToPreprocessing(),
            AreValuesSaid = settings.SayValues,
            Layout = settings.Layout,
            Height = settings.Height,
            Width = settings.Width,
        };
        map.RejectOthers();
        return metadata;
    }

    private static InputSettings ReadInput(YamlMap input)
    {
        var settings = new InputSettings();
        foreach (var (key, read) in InputKeys.All)
        {
            if (!input.Has(key)) continue;
            var texts = input.Texts(key);
            if (texts.Count == 0) continue;
            (settings, var problem) = read(settings, texts);
            if (problem is not null) input.Report(key, problem);
        }

        input.RejectOthers();
        return settings;
    }

    private static ImmutableSortedDictionary<string, LayerNote> ReadLayers(YamlMap? layers)
    {
        var notes = ImmutableSortedDictionary.CreateBuilder<string, LayerNote>(StringComparer.Ordinal);
        foreach (var name in layers?.Keys ?? [])
        {
            var place = layers!.KeySpan(name);
            if (!layers.IsMap(name))
            {
                notes[name] = new("", "") { Name = layers.Text(name, ""), Place = place };
                continue;
            }

            var note = layers.Map(name)!;
            var group = note.Text("group", "");
            notes[name] = new(note.Text("caption", ""), note.Text("module", group)) { Name = note.Text("name", ""), Place = place };
            note.RejectOthers();
        }

        return notes.ToImmutable();
    }
}
