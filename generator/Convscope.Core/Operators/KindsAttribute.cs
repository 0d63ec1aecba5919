namespace Convscope.Core.Operators;

/// <summary>
/// The kinds of an operator whose class serves several, or is called otherwise: without it, <c>MaxPool</c> has the kind <c>max-pool</c>.
/// </summary>
/// <param name="kinds">Values of <see cref="Operator.Kind"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindsAttribute(params string[] kinds) : Attribute
{
    /// <summary>The kinds.</summary>
    public IReadOnlyList<string> Kinds => kinds;
}
