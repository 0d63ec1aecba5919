namespace Convscope.Tests.Operators;

/// <summary>
/// The fixture of an operator: small models that hold it with each of its attributes. Every subclass is found by reflection;
/// each of its models is recomputed against ONNX Runtime, built into a site, and every equation on its pages added up again.
/// </summary>
internal abstract class OperatorFixture
{
    /// <summary>The kinds of operator that the models hold and that must be explained, each by some model.</summary>
    public abstract IReadOnlyList<string> Kinds { get; }

    /// <summary>Models by a name that says what is special about each. Each has one input <c>image</c> and an output.</summary>
    public abstract IEnumerable<(string Name, ModelBuilder Model)> Models { get; }

    /// <summary>Layers (by id) that are allowed to be unexplained.</summary>
    public virtual IReadOnlyList<string> Unexplained => [];
}
