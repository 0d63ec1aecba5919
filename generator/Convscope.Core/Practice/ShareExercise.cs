using Convscope.Core.Explain;

namespace Convscope.Core.Practice;

/// <summary>The share of one class from the logits of a few, and what the exponentials of all others add up to.</summary>
internal static class ShareExercise
{
    private const int Named = 4, ShareDecimals = 3;

    /// <summary>Beyond it exponentials are no numbers for a page.</summary>
    private const double MostLogit = 20;

    /// <summary>The exercise of a class; null where its share is as good as nothing, or all.</summary>
    /// <param name="question">The key of the question; its value is the number of the class.</param>
    /// <param name="logits">The logits of all classes.</param>
    /// <param name="asked">The class.</param>
    public static Exercise? Pose(string question, IReadOnlyList<float> logits, int asked)
    {
        if (logits.Any(logit => !(Math.Abs(logit) <= MostLogit))) return null;
        int[] named = [.. Enumerable.Range(0, logits.Count).Where(i => i != asked).OrderByDescending(i => logits[i]).Take(Named - 1)
            .Append(asked).Order()];
        var shown = named.Select(i => Written.Rounded(logits[i], 2)).ToArray();
        var exponentials = shown.Select(logit => Written.Rounded(Math.Exp(logit.Value), Digits(Math.Exp(logit.Value)))).ToArray();
        var others = Enumerable.Range(0, logits.Count).Except(named).Sum(i => Math.Exp(logits[i]));
        var rest = Written.Rounded(others, Digits(others));

        var at = Array.IndexOf(named, asked);
        double own = Math.Exp(shown[at].Value), all = shown.Sum(logit => Math.Exp(logit.Value)) + rest.Value;
        var answer = new Number(own / all, ShareDecimals);
        if (answer.Exact is < 0.005 or > 0.995) return null;

        var sum = new Number(all, Digits(all));
        var isShort = logits.Count <= named.Length;
        List<GivenNumbers> given = [new(new("pr_logits", string.Join("; ", named)), [[.. shown]])];
        if (!isShort) given.Add(new(new("pr_exponentials", logits.Count - named.Length), [[rest]]));
        return Exercise.Of(new(question, asked), given, answer,
            [
                string.Join(",  ", shown.Zip(exponentials, (logit, e) => $"exp({logit.Shown}) = {e.Shown}")),
                $"{Written.Sum(isShort ? exponentials : [.. exponentials, rest])} = {sum.Shown}",
                $"{exponentials[at].Shown} / {sum.Shown} = {answer.Shown}",
            ],
            new("no_exp", shown[at].Value / shown.Sum(logit => logit.Value)),
            new("no_others", isShort ? double.NaN : own / (all - rest.Value)),
            new("own_left_out", own / (all - own)),
            new("share_not_divided", own),
            new("percent", 100 * own / all));
    }

    private static int Digits(double value) => Decimals.ForMagnitude(value) + (value < 1 ? 1 : 0);
}
