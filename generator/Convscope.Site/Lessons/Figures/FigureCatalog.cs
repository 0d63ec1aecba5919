using Convscope.Site.Lessons.Binding;

namespace Convscope.Site.Lessons.Figures;

/// <summary>Every kind of figure: the word of its directive, and what reads its parameters.</summary>
public static class FigureCatalog
{
    private static readonly Dictionary<string, Func<Arguments, LessonNeeds, Figure>> Kinds = new(StringComparer.Ordinal)
    {
        ["compare"] = (arguments, needs) => new CompareFigure(arguments, needs),
        ["confusion"] = (arguments, _) => new ConfusionFigure(arguments),
        ["curves"] = (arguments, _) => new CurvesFigure(arguments),
        ["dead-units"] = (arguments, needs) => new DeadUnitsFigure(arguments, needs),
        ["epochs"] = (arguments, needs) => new EpochsFigure(arguments, needs),
        ["kernels"] = (arguments, _) => new KernelsFigure(arguments),
        ["layer"] = (arguments, needs) => new LayerFigure(arguments, needs),
        ["network"] = (arguments, _) => new NetworkFigure(arguments),
        ["overview"] = (arguments, needs) => new OverviewFigure(arguments, needs),
        ["picture"] = (arguments, needs) => new PictureFigure(arguments, needs),
        ["pictures"] = (arguments, needs) => new PicturesFigure(arguments, needs),
        ["playground"] = (arguments, _) => new PlaygroundFigure(arguments),
        ["responses"] = (arguments, needs) => new ResponsesFigure(arguments, needs),
        ["size"] = (arguments, _) => new SizeFigure(arguments),
        ["softmax"] = (arguments, needs) => new SoftmaxFigure(arguments, needs),
        ["step"] = (arguments, needs) => new StepFigure(arguments, needs),
        ["unit"] = (arguments, needs) => new UnitFigure(arguments, needs),
    };

    /// <summary>The kinds.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>The figure of a directive, or null where its kind is none.</summary>
    public static Figure? Bind(Arguments arguments, LessonNeeds needs) =>
        Kinds.TryGetValue(arguments.Directive.Kind, out var bind) ? bind(arguments, needs) : null;
}
