namespace Convscope.Inference;

/// <summary>One thing that canonicalisation changed of a file's graph, for people.</summary>
/// <param name="Pass">The pass that did it: <c>fold-constants</c>.</param>
/// <param name="Node">The node's name, or its output's. Hostile until escaped.</param>
/// <param name="What">In words, lower case, without a full stop: <c>added to the convolution as its bias</c>.</param>
public sealed record GraphChange(string Pass, string Node, string What);
