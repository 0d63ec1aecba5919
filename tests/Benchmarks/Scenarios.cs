namespace Convscope.Benchmarks;

/// <summary>What is measured, by name.</summary>
public static class Scenarios
{
    /// <summary>All scenarios, in the order they run.</summary>
    public static IReadOnlyDictionary<string, Action<Workshop>> All { get; } = new Dictionary<string, Action<Workshop>>
    {
        ["cold"] = Cold,
        ["warm"] = Warm,
        ["edit"] = Edit,
        ["scale"] = Scale,
        ["memory"] = Memory,
        ["lessons"] = Lessons,
        ["live"] = Live,
    };

    /// <summary>A build from nothing, against the least that any program would have to do for the same site.</summary>
    private static void Cold(Workshop workshop)
    {
        var sources = workshop.Sources();
        var cold = workshop.Measure("cold", () => Empty(workshop), () => Build(workshop, sources, "--no-cache"));
        Workshop.Print($"  {cold.Output.Split('\n').FirstOrDefault(line => line.StartsWith("seconds by stage", StringComparison.Ordinal))}");
        Floor.Pack(workshop.In("site"), sources, workshop.In("packed"));
        var floor = workshop.Measure(
            "floor", () => Delete(workshop.In("floor")), () =>
                Measured.Run(Environment.ProcessPath!, "floor", workshop.In("packed"), workshop.In("floor")));
        Workshop.Print($"  cold / floor {cold.Seconds / floor.Seconds:F2}; of processor {cold.Processor / floor.Processor:F2}");
    }

    /// <summary>Pictures in the reader's browser.</summary>
    private static void Live(Workshop workshop)
    {
        Build(workshop, workshop.Sources());
        Workshop.Print($"{LiveEngine.MeasureAsync(workshop.In("site"), "chromium-headless-shell").GetAwaiter().GetResult()}");
    }

    /// <summary>A build when nothing has changed.</summary>
    private static void Warm(Workshop workshop)
    {
        var sources = workshop.Sources();
        Build(workshop, sources);
        workshop.Measure("warm", () => { }, () => Build(workshop, sources));
    }

    /// <summary>A build when one text of the lesson has changed.</summary>
    private static void Edit(Workshop workshop)
    {
        var sources = workshop.Sources();
        Build(workshop, sources);
        var text = Directory.EnumerateFiles(Path.Combine(sources, "content", "en"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Last();
        var edits = 0;
        workshop.Measure("edit", () => File.AppendAllText(text, $"\nOne more sentence, the {++edits}th.\n"), () =>
            Build(workshop, sources));
    }

    /// <summary>Whether a map costs the same in a large site as in a small one.</summary>
    private static void Scale(Workshop workshop)
    {
        var sources = workshop.Sources();
        var pictures = Directory.EnumerateFiles(Path.Combine(sources, "content", "images"), "*.png").Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var count in new[] { 10, 40, 160 })
        {
            var images = Directory.CreateDirectory(workshop.In($"images-{count}")).FullName;
            for (var i = 0; i < count; i++)
                File.Copy(pictures[i % pictures.Length], Path.Combine(images, $"picture-{i}.png"), overwrite: true);
            var built = workshop.Measure($"scale, {count} pictures", () => Empty(workshop), () =>
                Build(workshop, sources, "--no-cache", "--images", images));
            var maps = Directory.EnumerateFiles(workshop.In("site/maps"), "*.png", SearchOption.AllDirectories).Count();
            Workshop.Print($"  {maps} maps, {built.Seconds / maps * 1000:F2} ms and {built.Processor / maps * 1000:F2} ms of processor a map");
        }

        Empty(workshop);
    }

    /// <summary>Peak memory of 2 and of 20 pictures on a large network: the ONNX file that the variable <c>CONVSCOPE_MODEL</c>
    /// names.</summary>
    private static void Memory(Workshop workshop)
    {
        if (Environment.GetEnvironmentVariable("CONVSCOPE_MODEL") is not { Length: > 0 } model) return;
        var sources = workshop.Sources();
        var pictures = Directory.EnumerateFiles(Path.Combine(sources, "content", "images"), "*.png").Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var count in new[] { 2, 20 })
        {
            var images = Directory.CreateDirectory(workshop.In($"memory-{count}")).FullName;
            for (var i = 0; i < count; i++)
                File.Copy(pictures[i % pictures.Length], Path.Combine(images, $"picture-{i}.png"), overwrite: true);
            var built = workshop.Measure($"memory, {count} pictures", () => Empty(workshop), () =>
                Build(workshop, sources, "--no-cache", "--model", model, "--images", images));
            Workshop.Print($"  {built.PeakBytes / 1e6:F0} MB at the most");
        }

        Empty(workshop);
    }

    /// <summary>A thousand chapters: what they add to a build from nothing, against Hugo on the same texts, and what an edit of one
    /// takes.</summary>
    private static void Lessons(Workshop workshop)
    {
        var sources = workshop.Sources();
        var notes = Path.Combine(sources, "content", "en", "notes");
        var rounds = new List<(string Name, Action Prepare, Func<Measured> Run)>
        {
            ("no more lessons", () => Prepare(() => Delete(notes)), Cold),
            ("1,000 plain", () => Prepare(() => ManyLessons.Write(notes, figures: false)), Cold),
            ("1,000 with a figure", () => Prepare(() => ManyLessons.Write(notes, figures: true)), Cold),
        };
        if (Hugo.IsInstalled())
        {
            Hugo.Prepare(workshop.In("hugo"));
            rounds.Add(("1,000 plain, Hugo", () => Delete(workshop.In("hugo/public")), () => Hugo.Build(workshop.In("hugo"))));
        }

        var runs = workshop.Rounds([.. rounds.Select(round => (round.Prepare, round.Run))]);
        for (var i = 0; i < runs.Length; i++) Workshop.Summary(rounds[i].Name, runs[i]);
        Workshop.Difference("plain lessons add", runs[1], runs[0]);
        Workshop.Difference("lessons with a figure add", runs[2], runs[0]);
        Prepare(() => ManyLessons.Write(notes, figures: true));
        Build(workshop, sources);
        var edits = 0;
        workshop.Measure("edit of one of 1,000", () =>
            File.AppendAllText(Path.Combine(notes, ManyLessons.Name(500)), $"\nOne more sentence, the {++edits}th.\n"), () =>
            Build(workshop, sources));
        Delete(notes);

        Measured Cold() => Build(workshop, sources, "--no-cache");

        void Prepare(Action write)
        {
            Empty(workshop);
            write();
        }
    }

    private static Measured Build(Workshop workshop, string sources, params string[] options) =>
        Measured.Run(Workshop.Command, ["build", "--root", sources, "--output", workshop.In("site"), .. options]);

    private static void Empty(Workshop workshop) => Delete(workshop.In("site"));

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
