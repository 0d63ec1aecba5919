using System.Collections.Immutable;
using Convscope.Core.Operators;
using Convscope.Core.Texts;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Views;

/// <summary>What is known of an operator that has no equation.</summary>
public sealed class UnexplainedView(Operator op, Words words)
{
    private readonly IUnexplained _known = (IUnexplained)op;

    /// <summary>Its name in ONNX.</summary>
    public string Name => ShownText.Name(op.ShortName);

    /// <summary>Who defines it; empty for ONNX itself.</summary>
    public string Domain => ShownText.Name(_known.Domain);

    /// <summary>Why there is no equation, as a sentence.</summary>
    public string Reason => words["reason_" + _known.Reason, _known.Domain.Length > 0 ? Domain : Name];

    /// <summary>The page that documents it, or empty.</summary>
    public string Documentation => _known.Documentation;

    /// <summary>Its attributes.</summary>
    public ImmutableArray<SettingView> Attributes { get; } = [.. op.Settings.Select(setting => SettingView.Of(setting, words))];
}

/// <summary>A layer that the verification leaves out.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Why">What is known of its operator.</param>
public sealed record LeftOutView(LayerView Layer, UnexplainedView? Why);
