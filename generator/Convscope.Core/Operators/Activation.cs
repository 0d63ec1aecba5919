using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>A function of one number, the same for every unit.</summary>
public abstract class Activation : UnitFunction
{
    /// <summary>The function.</summary>
    public abstract double Apply(double x);

    /// <inheritdoc/>
    public sealed override double Apply(double x, int unit) => Apply(x);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<KeyValuePair<string, double>> Constants(int unit) => Numbers;

    /// <summary>The numbers that <see cref="UnitFunction.Formula"/> names.</summary>
    protected virtual IReadOnlyList<KeyValuePair<string, double>> Numbers => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
        [.. Numbers.Select(number => new Setting(number.Key, Number.Whole(number.Value).Shown))];
}
