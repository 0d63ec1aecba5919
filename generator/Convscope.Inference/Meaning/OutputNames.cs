using System.Text.RegularExpressions;
using Convscope.Core.Network;

namespace Convscope.Inference.Meaning;

/// <summary>What the names that an author gave to an output, its node and its weights say that it is.</summary>
internal static partial class OutputNames
{
    private static readonly Dictionary<string, NetworkTask> Words = Table(
        (NetworkTask.Classifier,
            "logit logits class classes classifier classification category categories label labels prob probs probability probabilities prediction predictions score scores"),
        (NetworkTask.Regressor,
            "age angle angles box boxes bbox bboxes coord coords coordinate coordinates depth keypoint keypoints kpt kpts landmark landmarks offset offsets pitch pose regression regressor roll rotation speed steering yaw"),
        (NetworkTask.Embedding, "descriptor descriptors embed embedding embeddings feat feats feature features latent"));

    /// <summary>What the first name that says anything says, with that word; null where none does. Words that mean a number go before
    /// those that mean a class.</summary>
    public static (NetworkTask Task, string Word)? Of(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var known = Split().Matches(name).Select(match => match.Value.ToLowerInvariant()).Where(Words.ContainsKey).ToArray();
            if (known.Length == 0) continue;
            var word = known.FirstOrDefault(word => Words[word] != NetworkTask.Classifier) ?? known[0];
            return (Words[word], word);
        }

        return null;
    }

    private static Dictionary<string, NetworkTask> Table(params (NetworkTask Task, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Task))).ToDictionary(pair => pair.word, pair => pair.Task);

    /// <summary>The words of <c>faceLandmarks_68</c> are face, Landmarks.</summary>
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Split();
}
