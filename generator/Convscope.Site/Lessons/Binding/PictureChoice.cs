using System.Collections.Immutable;
using Convscope.Site.Configuration;
using Convscope.Site.Views;

namespace Convscope.Site.Lessons.Binding;

/// <summary>How a picture is found.</summary>
public enum PictureRule
{
    /// <summary>By its id.</summary>
    Id,

    /// <summary>In the order of the site.</summary>
    First,

    /// <summary>Among those whose true class is known.</summary>
    Known,

    /// <summary>Among those that the network is wrong about.</summary>
    Wrong,

    /// <summary>Among those that it is right about.</summary>
    Right,

    /// <summary>The larger the probability of the predicted class, the better.</summary>
    MostCertain,

    /// <summary>The smaller, the better.</summary>
    LeastCertain,
}

/// <summary>A picture, by id or by a rule that what the network says of all pictures decides.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Rank">The n-th best by the rule, from 0.</param>
/// <param name="Id">The id, where it is named.</param>
public sealed record PictureChoice(PictureRule Rule, int Rank = 0, string Id = "")
{
    private static readonly Dictionary<string, PictureRule> Ranked = new(StringComparer.Ordinal)
    {
        ["first"] = PictureRule.First, ["known"] = PictureRule.Known, ["wrong"] = PictureRule.Wrong, ["right"] = PictureRule.Right,
        ["most-certain"] = PictureRule.MostCertain, ["least-certain"] = PictureRule.LeastCertain,
    };

    /// <summary>Reads an id or a rule: <c>first</c>, <c>next</c>, <c>most-certain</c>, <c>wrong:first</c>, <c>wrong:2</c>.</summary>
    public static PictureChoice Parse(string text, ImmutableArray<string> pictures, out string? problem)
    {
        problem = null;
        if (pictures.Contains(text)) return new(PictureRule.Id, 0, text);
        if (text == "next") return new(PictureRule.First, 1);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, which) = colon < 0 ? (text, "first") : (text[..colon], text[(colon + 1)..]);
        if (!Ranked.TryGetValue(name, out var rule))
            problem = $"there is no picture '{text}'{Suggestion.For(text, [.. pictures, .. Ranked.Keys, "next"])}";
        else if (which == "first") return new(rule);
        else if (Arguments.Number(which) is > 0 and var rank) return new(rule, rank - 1);
        else problem = $"after '{name}:' comes first, or a number from 1 up, not '{which}'";
        return new(PictureRule.First);
    }

    /// <summary>How well a picture fits, less being better; null where it doesn't.</summary>
    public double? Score(PictureView picture) => Rule switch
    {
        PictureRule.Id => picture.Id == Id ? 0 : null,
        PictureRule.First => 0,
        PictureRule.Known => picture.IsKnown ? 0 : null,
        PictureRule.Wrong => picture is { IsKnown: true, IsRight: false } ? 0 : null,
        PictureRule.Right => picture is { IsKnown: true, IsRight: true } ? 0 : null,
        _ when picture.Classes.FirstOrDefault(candidate => candidate.IsTop) is { } top =>
            Rule == PictureRule.MostCertain ? -top.Value : top.Value,
        _ => null,
    };
}
