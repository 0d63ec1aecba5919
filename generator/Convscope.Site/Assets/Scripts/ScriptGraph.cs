using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Convscope.Site.Templates;

namespace Convscope.Site.Assets.Scripts;

/// <summary>Who imports whom: puts the scripts that one needs into an order in which each comes after all that it imports.</summary>
/// <param name="templates">Where they are; a site's own take the place of the built-in ones, file by file.</param>
internal sealed class ScriptGraph(TemplateSource templates)
{
    private readonly Dictionary<string, ScriptModule> _modules = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _faults = [];

    /// <summary>What is wrong with the scripts that were asked for so far, each told once.</summary>
    public ImmutableArray<Diagnostic> Faults => [.. _faults.Distinct()];

    /// <summary>The files that were needed so far.</summary>
    public IEnumerable<string> Needed => _modules.Keys;

    /// <summary>A script of <c>templates/</c>.</summary>
    public ScriptModule Module(string name)
    {
        if (!_modules.TryGetValue(name, out var module))
            _modules[name] = module = ModuleReader.Read(name, templates.Shown(name), templates.Read(name), _faults);
        return module;
    }

    /// <summary>An entry, after all that it needs.</summary>
    public ImmutableArray<ScriptModule> From(ScriptModule entry)
    {
        var ordered = ImmutableArray.CreateBuilder<ScriptModule>();
        Visit(entry, [], ordered);
        return ordered.ToImmutable();
    }

    private void Visit(ScriptModule module, ImmutableArray<string> path, ImmutableArray<ScriptModule>.Builder ordered)
    {
        if (ordered.Any(other => other.Name == module.Name)) return;
        var own = path.Add(module.Name);
        foreach (var import in module.Imports)
        {
            if (!templates.Has(import.From) || own.Contains(import.From))
            {
                _faults.Add(ModuleReader.Fault(templates.Has(import.From) ? Circle(own, import.From) : Absent(import.From), import.Place));
                continue;
            }

            var other = Module(import.From);
            Visit(other, own, ordered);
            foreach (var name in import.Names.Except(other.Exports)) _faults.Add(Missing(module, import, other, name));
        }

        ordered.Add(module);
    }

    /// <summary>Told where it can be put right: a site's own file in the place of a built-in one must give what that gave.</summary>
    private Diagnostic Missing(ScriptModule module, ScriptImport import, ScriptModule other, string name)
    {
        if (templates.IsOwn(module.Name) || !templates.IsOwn(other.Name))
            return ModuleReader.Fault($"'{import.From}' exports no '{name}'{Suggestion.For(name, other.Exports)}", import.Place);
        var how = other.Exports.IsEmpty
            ? "scripts are modules: write `export` before what others use, and import what it needs, as the built-in one does "
                + $"(convscope templates export reading-copy --only {other.Name})"
            : "a file that takes the place of a built-in one must export the same names";
        return ModuleReader.Fault(
            $"this script exports no '{name}', which '{module.Name}' imports; {how}", new(templates.Shown(other.Name), 1, 1));
    }

    private string Absent(string name) =>
        $"there is no script '{name}'{Suggestion.Nearest(name, templates.Scripts)}";

    private static string Circle(ImmutableArray<string> path, string name) =>
        $"scripts import each other in a circle: {string.Join(", ", path[path.IndexOf(name)..])}, {name}; "
        + "move what they share into a file of its own";
}
