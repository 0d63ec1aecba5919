namespace Convscope.Tests.Shared.Equations;

/// <summary>Marks a static method <c>void (Equation)</c> that works out the equations of these kinds.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EquationRuleAttribute(params string[] kinds) : Attribute
{
    /// <summary>The values of <c>data-equation</c>.</summary>
    public IReadOnlyList<string> Kinds => kinds;
}
