using System.Collections.Immutable;

namespace Convscope.Site.Assets.Scripts;

/// <summary>
/// Joins modules to one classic script, since a page opened from a file can load no module. Each becomes a function that is called once: it
/// takes what it imports, and returns what it exports.
/// </summary>
internal static class ScriptJoiner
{
    /// <summary>The script.</summary>
    /// <param name="modules">Each after all that it imports.</param>
    public static string Join(ImmutableArray<ScriptModule> modules) => Text(Lines(modules));

    /// <summary>The script of its lines.</summary>
    public static string Text(IEnumerable<JoinedLine> lines) => string.Concat(lines.Select(line => line.Text + "\n"));

    /// <summary>The lines of the script.</summary>
    /// <param name="modules">Each after all that it imports.</param>
    public static IEnumerable<JoinedLine> Lines(ImmutableArray<ScriptModule> modules)
    {
        var variables = modules.Select((module, i) => (module.Name, Variable: $"${i}"))
            .ToDictionary(pair => pair.Name, pair => pair.Variable, StringComparer.Ordinal);
        yield return new("(() => {");
        yield return new("\"use strict\";");
        foreach (var module in modules)
        {
            var result = module.Exports.IsEmpty ? "" : $"const {variables[module.Name]} = ";
            yield return new($"{result}(({string.Join(", ", module.Imports.Select(Parameter))}) => {{");
            foreach (var line in module.Lines) yield return new(line.Text, module.Name, line.Number);
            if (!module.Exports.IsEmpty) yield return new($"return {{ {string.Join(", ", module.Exports)} }};");
            yield return new($"}})({string.Join(", ", module.Imports.Select(import => variables[import.From]))});");
        }

        yield return new("})();");
    }

    private static string Parameter(ScriptImport import) =>
        import.Whole.Length > 0 ? import.Whole : $"{{ {string.Join(", ", import.Names)} }}";
}
