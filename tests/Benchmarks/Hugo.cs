using System.ComponentModel;

namespace Convscope.Benchmarks;

/// <summary>The same plain chapters built by Hugo, with a theme that does what our pages do: contents of the page, place, next and
/// previous, reading time.</summary>
public static class Hugo
{
    private const string Page = """
        <!doctype html>
        <html lang="{{ .Site.Language.Lang }}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ .Title }} · {{ .Site.Title }}</title>
        <meta name="description" content="{{ .Description }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ .Description }}"></head>
        <body><header><nav><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
        <main id="main">{{ block "main" . }}{{ end }}</main><footer><p>{{ .Site.Title }}</p></footer></body></html>
        """;

    private const string Single = """
        {{ define "main" }}<article><header><p>{{ .ReadingTime }} min</p><h1>{{ .Title }}</h1><p>{{ .Description }}</p></header>
        <nav>{{ .TableOfContents }}</nav><div>{{ .Content }}</div>
        <nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
        """;

    private const string List = """
        {{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ol>{{ range .Pages }}<li><a href="{{ .RelPermalink }}"><strong>{{ .Title }}</strong><small>{{ .Description }}</small></a></li>{{ end }}</ol>{{ end }}
        """;

    /// <summary>Writes the site's sources into a folder.</summary>
    public static void Prepare(string folder)
    {
        ManyLessons.Write(Path.Combine(folder, "content", "notes"), figures: false, "_index.md");
        foreach (var note in Directory.EnumerateFiles(Path.Combine(folder, "content", "notes"), "note-*.md"))
            File.WriteAllText(note, File.ReadAllText(note).Replace("](note-", "](../note-", StringComparison.Ordinal)
                .Replace(".md)", "/)", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "config.toml"),
            "baseURL = \"/\"\ntitle = \"Notes\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n");
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        File.WriteAllText(Path.Combine(layouts, "baseof.html"), Page);
        File.WriteAllText(Path.Combine(layouts, "single.html"), Single);
        File.WriteAllText(Path.Combine(layouts, "list.html"), List);
    }

    /// <summary>Whether there is a Hugo to compare with.</summary>
    public static bool IsInstalled()
    {
        try
        {
            Measured.Run("hugo", "version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Builds it.</summary>
    public static Measured Build(string folder) =>
        Measured.Run("hugo", "--source", folder, "--destination", Path.Combine(folder, "public"), "--quiet");
}
