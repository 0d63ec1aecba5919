using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Assets.Scripts;

/// <summary>
/// Reads the imports and exports of a script. It knows one form of each, which begins a line, and looks at nothing else: a script is never
/// parsed. Every other form is told, with the one to write instead.
/// </summary>
internal static partial class ModuleReader
{
    private const string ImportForms =
        "a script imports with `import { a, b } from \"./other.js\";` or `import * as other from \"./other.js\";`, at the start of a line";

    private const string ExportForms =
        "a script exports with `export function`, `export const` or `export class` and a name, at the start of a line";

    /// <summary>Reads one.</summary>
    /// <param name="name">Its path in <c>templates/</c>.</param>
    /// <param name="shown">How messages name it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public static ScriptModule Read(string name, string shown, string text, List<Diagnostic> faults)
    {
        var imports = ImmutableArray.CreateBuilder<ScriptImport>();
        var exports = ImmutableArray.CreateBuilder<string>();
        var kept = ImmutableArray.CreateBuilder<SourceLine>();
        var lines = new Queue<SourceLine>(Comments.Kept(text));
        var hasLongTexts = lines.Any(line => IsCutText(line.Text));
        while (lines.TryDequeue(out var line))
        {
            if (Statement().Match(line.Text) is not { Success: true } statement)
            {
                kept.Add(Slim(line, hasLongTexts));
                continue;
            }

            var place = new SourceSpan(shown, line.Number, statement.Groups["word"].Index + 1);
            if (statement.Groups["word"].Value == "import")
            {
                var whole = line.Text;
                while (whole.Contains('{') && !whole.Contains('}') && lines.TryDequeue(out var next)) whole += " " + next.Text;
                if (Import().Match(whole) is { Success: true } import) imports.Add(Of(import, name, place));
                else faults.Add(Fault(ImportForms, place));
            }
            else if (Export().Match(line.Text) is { Success: true } export)
            {
                exports.Add(export.Groups["name"].Value);
                kept.Add(Slim(line with { Text = line.Text["export ".Length..] }, hasLongTexts));
            }
            else
            {
                faults.Add(Fault(ExportForms, place));
            }
        }

        return new(name, imports.ToImmutable(), exports.ToImmutable(), kept.ToImmutable());
    }

    /// <summary>
    /// A line without what only an author needs: the types of casts and of parameters, and the spaces it begins with, unless texts
    /// of the script go over several lines, where they may count.
    /// </summary>
    private static SourceLine Slim(SourceLine line, bool hasLongTexts)
    {
        var text = Cast().Replace(line.Text, "");
        return line with { Text = hasLongTexts ? text : text.TrimStart() };
    }

    /// <summary>Whether a text begins or ends on the line and goes on beyond it.</summary>
    private static bool IsCutText(string line) => line.Count(c => c == '`') % 2 == 1 || line.EndsWith('\\');

    /// <summary>Something wrong with a script.</summary>
    public static Diagnostic Fault(string message, SourceSpan place) => Diagnostic.Error(DiagnosticCodes.Script, message, place);

    private static ScriptImport Of(Match import, string name, SourceSpan place)
    {
        var names = import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(Resolve(name, import.Groups["from"].Value), [.. names], import.Groups["whole"].Value, place);
    }

    /// <summary>The path that another means, seen from a script; what leads out of <c>templates/</c> is no script's path.</summary>
    private static string Resolve(string name, string from)
    {
        var parts = name.Split('/').SkipLast(1).ToList();
        foreach (var part in from.Split('/').Where(part => part != "."))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"/\*\* @type \{[^*`""']*\} \*/ ?(?=[(\w])")]
    private static partial Regex Cast();

    [GeneratedRegex(@"^\s*(?<word>import|export)(?=[\s{*""'(])")]
    private static partial Regex Statement();

    [GeneratedRegex("""
        ^import\s*(\{\s*(?<names>[\w$]+(\s*,\s*[\w$]+)*)\s*,?\s*\}|\*\s*as\s+(?<whole>[\w$]+))\s*from\s*"(?<from>\.\.?/[^"\\]+)";?\s*$
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"^export (async function|function\*?|const|class) (?<name>[A-Za-z_$][\w$]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Export();
}
