using System.Collections.Immutable;
using System.Text;

namespace Convscope.Site.Assets.Scripts;

/// <summary>
/// Joins modules to one classic script, since a page opened from a file can load no module. Each becomes a function that is called once: it
/// takes what it imports, and returns what it exports.
/// </summary>
internal static class ScriptJoiner
{
    /// <summary>The script.</summary>
    /// <param name="modules">Each after all that it imports.</param>
    public static string Join(ImmutableArray<ScriptModule> modules)
    {
        var place = modules.Select((module, i) => (module.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var text = new StringBuilder("(() => {\n\"use strict\";\n");
        foreach (var module in modules)
        {
            if (module.Exports.Length > 0) text.Append("const $").Append(place[module.Name]).Append(" = ");
            text.Append("((").AppendJoin(", ", module.Imports.Select(Parameter)).Append(") => {\n");
            foreach (var line in module.Lines) text.Append(line.Text).Append('\n');
            if (module.Exports.Length > 0) text.Append("return { ").AppendJoin(", ", module.Exports).Append(" };\n");
            text.Append("})(").AppendJoin(", ", module.Imports.Select(import => "$" + place[import.From])).Append(");\n");
        }

        return text.Append("})();\n").ToString();
    }

    private static string Parameter(ScriptImport import) =>
        import.Whole.Length > 0 ? import.Whole : $"{{ {string.Join(", ", import.Names)} }}";
}
