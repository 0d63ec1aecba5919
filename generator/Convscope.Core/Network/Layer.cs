using System.Collections.Immutable;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Network;

/// <summary>One step of a network: an operator applied to the outputs of earlier layers.</summary>
/// <param name="Id">Unique, safe in URLs: lower-case letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Name">The model's own name for it. Hostile until escaped.</param>
/// <param name="Operator">What it does, with its weights.</param>
/// <param name="Inputs">Ids of the layers it reads, in the operator's order; empty for the input layer.</param>
/// <param name="Shape">Shape of what it gives, without the batch axis.</param>
public sealed record Layer(string Id, string Name, Operator Operator, ImmutableArray<string> Inputs, Shape Shape)
{
    private readonly ImmutableArray<WeightTensor> _weights;

    /// <summary>The tensors of weights that it works with; of a layer that was read from no file, its operator's own.</summary>
    public ImmutableArray<WeightTensor> Weights
    {
        get => !_weights.IsDefault ? _weights : Operator.Parameters > 0 ? [new(Id, Operator.Parameters)] : [];
        init => _weights = value;
    }

    /// <summary>Weights and biases.</summary>
    public long Parameters => Cost.ParametersOf([this]);

    /// <summary>What its author calls it: the name without what only a program needs of it. Hostile until escaped.</summary>
    public string ReadableName { get; init; } = Name;

    /// <summary>What its file calls the tensor that it gives; empty where it was read from no file. Hostile until escaped.</summary>
    public string Value { get; init; } = "";

    /// <summary>Names and ids that it would have if its author had given it none in the model's YAML file.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    /// <summary>Whether a name is one of its: in the file, on pages, or in addresses.</summary>
    public bool IsCalled(string name) => name == ReadableName || name == Id || name == Name || FormerNames.Contains(name);

    /// <summary>The readable name as pages show it.</summary>
    public string ShownName => ShownText.Name(ReadableName);

    /// <summary>True when the model's file doesn't have it: it was added to show what the file leaves to its reader.</summary>
    public bool IsDerived { get; init; }
}
