using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Incremental;

/// <summary>Edits as people make them, some of them mistakes, drawn with a seed.</summary>
internal sealed class RandomEdits(EditedSite site, Random random)
{
    private static readonly string[] Blocks =
    [
        "A kernel of a unit, *again*.", "## A section", "[Home](index.md)", "[Two](two.md#more)", "[A section](one.md#a-section)",
        "[Alone](/embed/one/unit-conv-1/index.html)", "[The network](/network/index.html)", "<b>bold</b>",
        ":value{maximum layer=relu unit=0}", ":value{parameters}", ":value{label picture=blue}", ":value{dead layer=relu}",
        "::: layer layer=conv\n:::", "::: kernels layer=conv\nKernels.\n:::", "::: compare layer=relu\n:::",
        "::: responses layer=relu unit=1\n:::", "::: picture picture=first\n:::",
        "::: network\n:::", "::: playground\n:::", "::: dead-units layer=relu\n:::", "::: confusion\n:::",
        ":::: unless picture=right\n::: size layer=conv\n:::\n::::",
        "::: unit layer=conv unit=99\n:::", "::: unti layer=conv\n:::", ":value{nothing}", "[Nowhere](nowhere.md)",
        "[No anchor](/red/index.html#nowhere)", "::: picture picture=green\n:::",
    ];

    private int _count;

    /// <summary>Makes one edit and says which.</summary>
    public string Next()
    {
        _count++;
        var edits = new Func<string>[]
        {
            AddText, AddText, AddText, AddText, TakeText, Title, Order, NewChapter, RenameChapter, DeleteChapter, HomeText, Language,
            Glossary, Words, Template, BrokenTemplate, Style, Script, AddPicture, ChangePicture, DeletePicture, RenamePicture, PictureList,
            Static, Section, Section, Metadata, Model, Key, Key, Key, Option, Option, Option, Touch,
        };
        return Pick(edits)();
    }

    private string AddText() => Edit(Chapter(), text => text + "\n" + Pick(Blocks) + "\n");

    private string TakeText()
    {
        var path = Chapter();
        return Edit(path, text => text.TrimEnd() is var all && all.LastIndexOf("\n\n", StringComparison.Ordinal) is > 30 and var at
            ? all[..at] + "\n" : text);
    }

    private string Title() => Edit(Chapter(), text => text.Replace("title: ", "title: New "));

    private string Order() => Edit(Chapter(), text => text.Replace("order: ", "order: 1"));

    private string NewChapter() => Write($"content/en/new-{_count}.md", EditedSite.Chapter($"New {_count}", random.Next(9), Pick(Blocks)));

    private string RenameChapter()
    {
        var path = Chapter();
        File.Move(site.PathOf(path), site.PathOf($"content/en/moved-{_count}.md"));
        return $"rename {path}";
    }

    private string DeleteChapter() => Delete(Chapter());

    private string HomeText() => Edit("content/en/index.md", text => "# Home\n\n" + Pick(Blocks) + "\n");

    private string Language() => site.Has("content/zh/one.md") && random.Next(2) == 0 ? Delete("content/zh/one.md")
        : Write("content/zh/one.md", EditedSite.Chapter("一", 1, "卷积。\n\n" + Pick(Blocks)));

    private string Glossary() => random.Next(4) == 0 ? site.Has("content/en/glossary.yaml") ? Delete("content/en/glossary.yaml") : AddText()
        : Write("content/en/glossary.yaml",
            $"terms:\n  - term: {Pick("kernel", "unit", "units", "caption")}\n    definition: The {_count}th meaning.\n");

    private string Words() => site.Has("content/en/words.yaml") && random.Next(3) == 0 ? Delete("content/en/words.yaml")
        : Write("content/en/words.yaml", $"learn: {Pick("Learn", "Study", "Read")}\nnames:\n  cat: tom{_count}\n");

    private string Template()
    {
        var path = "templates/" + Pick("partials/footer.html", "figures/missing.html", "pages/credits.html");
        return site.Has(path) && random.Next(3) == 0 ? Delete(path) : Write(path, $"<p>{{{{ site.title }}}} {_count}</p>");
    }

    private string BrokenTemplate() =>
        Write("templates/partials/footer.html",
        Pick("{{ if }}", "{{ site.nothing.more }}", "<a href=\"{{ root }}learn/two/index.html\">Two</a>",
            "<a href=\"{{ root }}learn/one/index.html#a-section\">One</a>"));

    private string Style() => site.Has("templates/css/99-mine.css") && random.Next(3) == 0
        ? Delete("templates/css/99-mine.css") : Write("templates/css/99-mine.css", $"h1 {{ margin: {_count}px }}");

    private string Script() => Write("templates/js/own.js", $"export function startOwn() {{ return {_count}; }}");

    private string AddPicture() => Write($"content/images/{Pick("red", "blue", "green")}-{random.Next(3)}.png", Colour());

    private string ChangePicture() => Write(Picture(), Colour());

    private string DeletePicture() => Delete(Picture());

    private string RenamePicture()
    {
        var path = Picture();
        File.Move(site.PathOf(path), site.PathOf($"content/images/{Pick("red", "blue", "green", "moved")}.png"), overwrite: true);
        return $"rename {path}";
    }

    private string PictureList() => site.Has("content/images/images.yaml") ? Delete("content/images/images.yaml")
        : Write("content/images/images.yaml", "images:\n" + string.Concat(site.Files("content/images", "*.png").Select(file =>
            $"  - file: {Path.GetFileName(file)}\n    title: Picture {random.Next(3)}\n    label: {Pick("cat", "dog", "ant")}\n    credit: Me {_count}\n")));

    private string Static()
    {
        var path = "content/static/" + Pick("CNAME", "robots.txt", "data/table.csv", "learn/sheet.html", "maps");
        return site.Has(path) ? Delete(path) : Write(path, $"<p>{_count}</p>");
    }

    private string Section()
    {
        var path = "content/en/extra/" + Pick("index.md", "index.md", "more.md", "other.md");
        return site.Has(path) && random.Next(3) == 0
            ? Delete(path) : Write(path, EditedSite.Chapter($"Extra {_count}", random.Next(5), Pick(Blocks) + "\n\n[Up](../one.md)"));
    }

    private string Metadata() => Write("models/net.yaml", Pick(
        "labels: [cat, dog, bird]\n", $"labels: [cat, dog, bird {_count}]\n", "title: Untitled\n", "labels: [cat, dog]\n",
            $"labels: [ant, bee, cow]\nmean: 0.{_count}\n", $"layers:\n  conv:\n    caption: Caption {_count}\n"));

    private string Model()
    {
        site.Write("models/net.onnx", File.ReadAllBytes(Repository.Model(Pick("small", "small", "residual"))));
        return random.Next(2) == 0 ? "another model; " + Metadata() : "another model";
    }

    private string Key()
    {
        var (key, values) = Pick<(string, string[])>(
            ("title", ["Small", "Smaller"]), ("description", ["One.", "Two."]),
                ("base_url", ["https://example.org/a/", "https://example.org/"]), ("html", ["true", "false"]),
                ("limits", ["{units: 1}", "{pictures: 1}", "{layers: 3}", "{bytes: 60kB}", "{bytes: 300kB}"]),
            ("budgets", ["enforce", "warn", "perhaps"]), ("language", ["en", "de"]), ("images", ["content/images", "more/images"]),
                ("tilte", ["Small"]));
        return Set(site.Config, key, values);
    }

    private string Option()
    {
        var (name, values) = Pick<(string, string[])>(
            ("--labels", [site.PathOf("more/labels.txt")]), ("--mean", ["0.5", "0.25"]), ("--max-units", ["1", "3"]),
                ("--max-pictures", ["1"]), ("--base-url", ["https://example.com/"]),
                ("--model", [site.PathOf("more/net.onnx"), site.PathOf("models/net.onnx")]),
            ("--images", [site.PathOf("more/images"), site.PathOf("content/images")]), ("--jobs", ["1"]), ("--scale", ["1/255"]));
        return Set(site.Options, name, values);
    }

    /// <summary>The same bytes again: no edit at all.</summary>
    private string Touch() => Edit(Chapter(), text => text);

    private string Set(SortedDictionary<string, string> all, string key, string[] values)
    {
        if (all.ContainsKey(key) && random.Next(2) == 0) all.Remove(key);
        else all[key] = Pick(values);
        site.WriteConfig();
        return $"{key} {all.GetValueOrDefault(key, "gone")}";
    }

    private string Chapter() => site.Files("content/en", "*.md") is var all && all.Length > 1
        ? Pick(Array.FindAll(all, file => !file.EndsWith("index.md", StringComparison.Ordinal))) : "content/en/index.md";

    private string Picture() => Pick(site.Files("content/images", "*.png"));

    private byte[] Colour() => Pictures.Png(16, 16, (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));

    private string Edit(string path, Func<string, string> edit) => Write(path, edit(site.Read(path)));

    private string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    private string Write(string path, byte[] bytes)
    {
        site.Write(path, bytes);
        return $"write {path}";
    }

    private string Delete(string path)
    {
        File.Delete(site.PathOf(path));
        return $"delete {path}";
    }

    private T Pick<T>(params T[] all) => all[random.Next(all.Length)];
}
