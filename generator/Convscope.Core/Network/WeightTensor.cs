namespace Convscope.Core.Network;

/// <summary>A tensor of weights as the model's file holds it: one name, however many layers work with it.</summary>
/// <param name="Name">Its name in the file, which tells tensors apart.</param>
/// <param name="Count">How many numbers it holds.</param>
public sealed record WeightTensor(string Name, long Count);
