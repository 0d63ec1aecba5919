using System.Diagnostics;
using System.Text;

namespace Convscope.Tests.Cli.Fuzz;

/// <summary>One thing done wrong, the same for the same seed.</summary>
internal sealed class FuzzCase
{
    private static readonly string[] Bits =
    [
        "{", "}", "[", "]", ":", ": ", "- ", "\n", "\n\n", "  ", "\t", "\"", "'", "|", ">", "&a ", "*a", "!!int ", "? ", "#", "%", "@",
        "`", "---\n", "...\n", "<<: ", "null", "~", "-1", "1e999", "NaN", "99999999999",
        "{{", "}}", "{{ end }}", "{{ for x in 1..99 }}", "{{ while true }}", "{{ func f }}", "{{ include 'partials/footer.html' }}",
        "{{ site.", "{{ 1 / 0 }}", "{{ 'a' * 9 }}", "{{ import ", "{{-", "-}}",
        "::: ", ":::", "::: unit layer=", ":::: softmax\n", ":value{", "}", "](", "](nowhere.md)", "](#nowhere)", "![", "[^1]", "[^1]: ",
        "<script>", "</", "<!--", "&#0;", "\\", "***", "> ", "| ", "```", "$$", "~~~\n",
        "\0", "\u001b[2J", "\u202e", "\uFEFF", "\u2028", "\U0001F468\u200D\U0001F469", "e\u0301", "con", "nul", "..", "../", "/", "//",
        "file:///etc/passwd", "javascript:", "x", "layer=conv", "unit=99", "picture=red", "cat",
    ];

    private static readonly string[] Values =
        ["", " ", ".", "..", "/", "/dev/null", "nowhere", "-1", "0", "1", "3", "1e999", "NaN", "true", "x,y", "0x10", "224x224", "9999999",
            "#ffffff", "imagenet", "RGB", "NCHW", "\u001b[31m", "\u202e", "con", "é", "https://", "http://x/?", "--", "-", "@x", "a=b",
            "\n"];

    private static readonly string[] Options =
    [
        "--root", "--config", "--model", "--labels", "--images", "--base-url", "--jobs", "--preprocess", "--size", "--layout", "--resize",
        "--channels", "--background", "--scale", "--mean", "--std", "--invert",
        "--fold-batch-norm", "--probabilities", "--max-units", "--max-layers", "--max-pictures", "--max-bytes", "--log-format", "--task",
        "--filter", "--crop", "--alpha", "--orientation", "--grey",
    ];

    private readonly Random _random;
    private readonly FuzzedSite _site;
    private readonly string _path;

    public FuzzCase(FuzzedSite site, int seed)
    {
        (_site, _random) = (site, new(seed));
        _path = One(site.Files);
        var kind = _random.Next(10);
        if (kind == 0) (Name, Args) = Option();
        else if (kind == 1 && Special() is { } special) Name = $"{_path} is {special}";
        else Name = $"{_path} {(IsText(_path) ? Text() : Damage())}";
    }

    /// <summary>What was done.</summary>
    public string Name { get; }

    /// <summary>The command line.</summary>
    public string[] Args { get; } = ["build"];

    public void Mend() => _site.Mend(_path);

    private string One(string[] list) => list[_random.Next(list.Length)];

    private static bool IsText(string path) => Path.GetExtension(path) is ".yaml" or ".md" or ".html" or ".txt";

    private string Text()
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(_site.Bytes(_path)));
        for (var i = _random.Next(4); i >= 0; i--)
        {
            var at = _random.Next(text.Length + 1);
            var length = Math.Min(_random.Next(1, 20), text.Length - at);
            switch (_random.Next(6))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, text.ToString(at, length)); break;
                case 2: text.Length = at; break;
                case 3: text.Insert(at, string.Concat(Enumerable.Repeat(One(Bits), _random.Next(1, 400)))); break;
                default: text.Insert(at, One(Bits)); break;
            }
        }

        _site.Write(_path, Encoding.UTF8.GetBytes(text.ToString()));
        return "is changed";
    }

    private string Damage()
    {
        var bytes = _site.Bytes(_path).ToList();
        for (var i = _random.Next(4); i >= 0 && bytes.Count > 0; i--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(5))
            {
                case 0: bytes.Insert(at, (byte)_random.Next(256)); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes[at] = (byte)_random.Next(256); break;
            }
        }

        _site.Write(_path, [.. bytes]);
        return "is damaged";
    }

    /// <summary>Something in the file's place that is no file; null where this system has none.</summary>
    private string? Special()
    {
        var path = _site.PathOf(_path);
        _site.Remove(_path);
        switch (_random.Next(7))
        {
            case 0: Directory.CreateDirectory(path); return "a folder";
            case 1: File.CreateSymbolicLink(path, "nowhere"); return "a link to nothing";
            case 2: File.CreateSymbolicLink(path, Path.GetFileName(path)); return "a link to itself";
            case 3 when OperatingSystem.IsLinux():
                File.CreateSymbolicLink(path,
                One(["/dev/zero", "/proc/self/mem", "/dev/tty", "/"])); return "a link to the system";
            case 4: using (var file = File.Create(path)) file.SetLength(3_000_000_000); return "of 3 GB";
            case 5 when OperatingSystem.IsLinux(): using (var pipe = Process.Start("mkfifo", path)) pipe.WaitForExit(); return "a pipe";
            default: return "missing";
        }
    }

    private (string Name, string[] Args) Option()
    {
        var given = Enumerable.Range(0, _random.Next(1, 4)).SelectMany(_ => new[] { One(Options), One(Values) }).ToArray();
        return (string.Join(' ', given), [One(["build", "build", "build", "check", "inspect", "clean", "init"]), .. given]);
    }
}
