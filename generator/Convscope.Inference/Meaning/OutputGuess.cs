using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Inference.Meaning;

/// <summary>
/// Tells what a network's main output is: from what the author says, from how the network ends, from its labels, from names, and last
/// from how many numbers there are. What nothing speaks for isn't taken for classes: numbers are then shown as numbers.
/// </summary>
internal static class OutputGuess
{
    /// <summary>As many classes as the data sets have that most networks are trained on: MNIST and CIFAR-10, CIFAR-100, ImageNet (with a
    /// background, of all its classes).</summary>
    private static readonly int[] UsualClasses = [10, 100, 1000, 1001, 21841, 21843];

    /// <summary>What the output is, before anything is added to it; where its probabilities are derived or assumed, they are to be
    /// added.</summary>
    public static OutputMeaning Of(OutputHead head, ModelOptions options)
    {
        var units = head.Output.Shape.Units;
        var (task, reason, isSure) = TaskOf(head, options, units);
        var asked = options.Probabilities;
        if (head.Kind is OutputKind.Shares or OutputKind.Probabilities)
            return new(task, task is NetworkTask.Classifier or NetworkTask.MultiLabel
                ? ProbabilityOrigin.Given : ProbabilityOrigin.None, reason);
        var canBeLogits = head.Kind is OutputKind.Linear or OutputKind.LogShares
            && (units > 1 || asked == ProbabilityChoice.Sigmoid || (asked is null && options.Labels == 2));
        if (!canBeLogits || asked == ProbabilityChoice.None) return new(task, ProbabilityOrigin.None, reason);
        if (asked is null && task is not (NetworkTask.Classifier or NetworkTask.MultiLabel))
            return new(task, ProbabilityOrigin.None, reason);
        var isKnown = isSure || options.Labels == units || head.Kind == OutputKind.LogShares;
        return new(task, isKnown ? ProbabilityOrigin.Derived : ProbabilityOrigin.Assumed, reason);
    }

    /// <summary>Whether each of the numbers gets a probability of its own.</summary>
    public static bool IsEachOnItsOwn(OutputMeaning meaning, OutputHead head, ModelOptions options) =>
        options.Probabilities == ProbabilityChoice.Sigmoid
            || (options.Probabilities is null && (meaning.Task == NetworkTask.MultiLabel || head.Output.Shape.Units == 1));

    private static (NetworkTask Task, string Reason, bool IsSure) TaskOf(OutputHead head, ModelOptions options, int units)
    {
        if (options.Task is { } declared) return (declared, "its author says so", true);
        var named = OutputNames.Of(head.Names);
        if (head.GivesMaps)
            return (head.Output.Shape.Sizes.Length < 3
                && named is { Word: "box" or "boxes" or "bbox" or "bboxes" or "score" or "scores" } ? NetworkTask.Detector : NetworkTask.Map,
                $"it gives {head.Output.Shape} numbers", false);
        switch (head.Kind)
        {
            case OutputKind.Shares: return (NetworkTask.Classifier, "it ends in a softmax", true);
            case OutputKind.LogShares: return (NetworkTask.Classifier, "it ends in the logarithm of a softmax", true);
            case OutputKind.Probabilities when units == 1
                && named is not { Task: NetworkTask.Regressor }:
                return (NetworkTask.Classifier, "it ends in one sigmoid: yes or no", true);
        }

        if (options.Labels > 1 && (options.Labels == units || (options.Labels == 2 && units == 1)))
            return (head.Kind == OutputKind.Probabilities ? NetworkTask.MultiLabel : NetworkTask.Classifier, "it has a label for each output",
                true);
        if (head.IsNormalised && units > 2) return (NetworkTask.Embedding, "its output is brought to length 1", false);
        if (options.Probabilities is ProbabilityChoice.Derive or ProbabilityChoice.Sigmoid)
            return (options.Probabilities == ProbabilityChoice.Derive
                ? NetworkTask.Classifier : NetworkTask.MultiLabel, "probabilities are asked for", false);
        if (named is { } name && (units > 1 || name.Task != NetworkTask.Classifier))
            return (name.Task, $"something at its end is called '{name.Word}'", false);
        if (head.Kind == OutputKind.Probabilities) return (NetworkTask.MultiLabel, "it ends in sigmoids", false);
        if (head.Kind == OutputKind.Linear && UsualClasses.Contains(units))
            return (NetworkTask.Classifier, $"it ends in {units} numbers, as many as a common data set has classes", false);
        return (NetworkTask.Regressor, units == 1
            ? "it ends in one number" : $"it ends in {units} numbers, and nothing says that they are classes", false);
    }
}
