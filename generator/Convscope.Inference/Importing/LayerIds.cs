using Convscope.Core.Operators;
using Convscope.Core.Planning;

namespace Convscope.Inference.Importing;

/// <summary>Gives layers ids that are readable, unique and safe as a folder's name and in a URL.</summary>
internal sealed class LayerIds
{
    /// <summary>A page of its own.</summary>
    private const string Index = "index";

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Ids to try in turn: from the shown name, else the tensor's, else the kind.</summary>
    public static string[] Candidates(string name, string tensor, Operator op)
    {
        var kind = Slug(op.ShortName);
        var slug = new[] { Slug(name), Slug(tensor), kind, "layer" }.First(text => text.Length > 0);
        return kind.Length == 0 || slug.EndsWith(kind, StringComparison.Ordinal) ? [slug] : [slug, $"{slug}-{kind}"];
    }

    /// <summary>The first candidate that is free, or the last with a number.</summary>
    public string Take(params string[] candidates)
    {
        string[] safe = [.. candidates.Select(id => id == Index || WindowsNames.IsDevice(id) ? $"{id}-layer" : id)];
        foreach (var id in safe)
        {
            if (_taken.Add(id)) return id;
        }

        var number = 2;
        while (!_taken.Add($"{safe[0]}-{number}")) number++;
        return $"{safe[0]}-{number}";
    }

    private static string Slug(string text) => Core.Planning.Slug.Of(text, "").Trim('_', '-');
}
