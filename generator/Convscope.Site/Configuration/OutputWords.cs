using Convscope.Core.Network;
using Convscope.Inference;

namespace Convscope.Site.Configuration;

/// <summary>The words in which an author says what a model's output is: in its YAML file, on the command line, and in
/// <c>site.json</c>.</summary>
public static class OutputWords
{
    /// <summary>What the output is.</summary>
    public static IReadOnlyDictionary<string, NetworkTask> Tasks { get; } = new Dictionary<string, NetworkTask>
    {
        ["classifier"] = NetworkTask.Classifier, ["multi-label"] = NetworkTask.MultiLabel, ["regressor"] = NetworkTask.Regressor,
        ["embedding"] = NetworkTask.Embedding, ["detector"] = NetworkTask.Detector, ["map"] = NetworkTask.Map,
    };

    /// <summary>What makes probabilities of logits.</summary>
    public static IReadOnlyDictionary<string, ProbabilityChoice> Probabilities { get; } = new Dictionary<string, ProbabilityChoice>
    {
        ["derive"] = ProbabilityChoice.Derive, ["sigmoid"] = ProbabilityChoice.Sigmoid, ["none"] = ProbabilityChoice.None,
    };

    /// <summary>The word for a task.</summary>
    public static string Of(NetworkTask task) => Tasks.First(pair => pair.Value == task).Key;
}
