using System.Collections.Immutable;
using Convscope.Core.Operators;
using Convscope.Core.Planning;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;
using Convscope.Site.Assets.Scripts;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Live;
using Convscope.Site.Templates;

namespace Convscope.Site.Views;

// What templates see. Scriban names members in snake_case: PredictedLabel is {{ picture.predicted_label }}.
// Texts that others wrote are as pages show them (Core/Texts/ShownText.cs); the same "given" is as it came.
// URLs are relative to the site's root; a template puts {{ root }} before them.

/// <summary>What every page knows of the site.</summary>
public sealed record SiteView(
    string Title, string Description, string Language, string BaseUrl, string Version, string Css, string DeepCss, string Icon,
    PageScripts Scripts,
    ModelView Model, ImmutableArray<PictureView> Pictures)
{
    /// <summary>The title just as it was given.</summary>
    public string GivenTitle { get; init; } = "";

    /// <summary>Routes of the style sheets that pages of one kind load besides the site's, by that kind.</summary>
    public ImmutableSortedDictionary<string, string> PageCss { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether readers can put pictures of their own through the network, and why not.</summary>
    public required LiveOffer Live { get; init; }

    /// <summary>Route of the script that computes them; empty where that isn't offered.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The words of the language that the site is told in.</summary>
    public required Words Words { get; init; }

    /// <summary>Reasons to think that pictures aren't prepared as in training, as sentences.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>What the other file is called that the model is compared with; empty where there is none.</summary>
    public string ComparedTo { get; init; } = "";

    /// <summary>Route of the script with the words that scripts show.</summary>
    public string ScriptWords { get; init; } = "";

    /// <summary>The sections besides the lesson, by the prefix of a page's language.</summary>
    public ImmutableDictionary<string, ImmutableArray<SectionView>> Sections { get; init; } =
        ImmutableDictionary<string, ImmutableArray<SectionView>>.Empty;
}

/// <summary>The way into a section.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Tag">Its language where that isn't the page's, or empty.</param>
public sealed record SectionView(string Name, string Title, string Url, string Tag);

/// <summary>The model.</summary>
public sealed record ModelView(
    string Name, string Title, string Description, string Licence, string Sha256, long Parameters, ImmutableArray<LayerView> Layers)
{
    /// <summary>The title just as it was given.</summary>
    public string GivenTitle { get; init; } = "";

    /// <summary>Of a deep network, its modules in order; otherwise none.</summary>
    public ImmutableArray<ModuleRowView> Modules { get; init; } = [];

    /// <summary>Of a deep network, the whole of it, small; otherwise null.</summary>
    public MinimapView? Minimap { get; init; }
}

/// <summary>A layer, apart from any picture.</summary>
/// <param name="Id">Its part of URLs.</param>
/// <param name="Name">The model's name for it.</param>
/// <param name="Kind">The operator's word: <c>conv</c>.</param>
/// <param name="Title">The operator's name for people: <c>Convolution</c>.</param>
/// <param name="Shape">As text: <c>10 × 62 × 62</c>.</param>
/// <param name="Caption">What the model's author says of it.</param>
/// <param name="Module">The group of layers it belongs to, or empty.</param>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="Settings">Kernel, stride, padding, as name and text.</param>
/// <param name="Inputs">Ids of the layers it reads.</param>
/// <param name="InputShapes">Their shapes, as text.</param>
/// <param name="KernelsUrl">The page of its kernels, or empty.</param>
public sealed record LayerView(
    string Id, string Name, string Kind, string Title, string Shape, bool IsVector, string Caption, string Module, long Parameters,
    ImmutableArray<SettingView> Settings, ImmutableArray<string> Inputs, ImmutableArray<string> InputShapes, string KernelsUrl)
{
    /// <summary>The name just as it was given.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>The caption just as it was given.</summary>
    public string GivenCaption { get; init; } = "";

    /// <summary>That it isn't what its recomputation gives, or empty.</summary>
    public string Doubt { get; init; } = "";

    /// <summary>True when the model's file doesn't have it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>True when it was added for logits that are only likely to be such.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The names of the layers that it reads.</summary>
    public ImmutableArray<string> InputNames { get; init; } = [];

    /// <summary>True when it lays all maps out in one row: its units are cells, and have no pages.</summary>
    public bool IsLaidOut { get; init; }

    /// <summary>True when it spreads cells over larger maps, by a size rule of its own.</summary>
    public bool Spreads { get; init; }

    /// <summary>Of a deep network, the fragment of the module that it is in, <c>module-3</c>; otherwise empty.</summary>
    public string Part { get; init; } = "";
}

/// <summary>One named setting of an operator.</summary>
/// <param name="Id">What it is called by programs, the same on the pages of all languages.</param>
public sealed record SettingView(string Id, string Name, string Value)
{
    /// <summary>A setting in words.</summary>
    public static SettingView Of(Setting setting, Words words) =>
        new(setting.Key, ShownText.Name(words[setting.Name]), ShownText.Sentence(words[setting.Value]));
}

/// <summary>A picture and what the network makes of it.</summary>
/// <param name="Verdict">Right or wrong in words, or empty where the true label is unknown.</param>
public sealed record PictureView(
    string Id, string Title, string Alt, string Label, string Credit, string Licence, string Source,
    string Url, string Original, int OriginalWidth, int OriginalHeight, string Seen, string Thumbnail,
    string PredictedLabel, string PredictedShare, bool HasPrediction, bool IsKnown, bool IsRight, string Verdict,
        ImmutableArray<ClassView> Classes)
{
    /// <summary>The title just as it was given.</summary>
    public string GivenTitle { get; init; } = "";

    /// <summary>The true label just as it was given.</summary>
    public string GivenLabel { get; init; } = "";

    /// <summary>Whether its probabilities are only such if the network ends in logits, as it seems to.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Of a network that ends in numbers, those; otherwise null.</summary>
    public NumbersView? Numbers { get; init; }

    /// <summary>The pictures that its pages lead to: itself and its neighbours, in the site's order.</summary>
    public ImmutableArray<PictureLinkView> Nearby { get; init; } = [];

    /// <summary>Whether the network's output has its names and numbers beside it.</summary>
    public bool HasAnswer => HasPrediction || Numbers is not null;
}

/// <summary>A picture that pages of another lead to.</summary>
public sealed record PictureLinkView(string Id, string Title, string Thumbnail);

/// <summary>What a network gives that ends in numbers.</summary>
/// <param name="Text">In short, for people.</param>
/// <param name="All">All of them; of very many, those that have pages.</param>
/// <param name="Drawn">The units of those that stand in the overview.</param>
public sealed record NumbersView(string Text, ImmutableArray<NumberView> All, ImmutableArray<int> Drawn);

/// <summary>One number of an output.</summary>
/// <param name="GivenLabel">Its label just as it was given, or what it is called without one.</param>
public sealed record NumberView(int Unit, string GivenLabel, float Value);

/// <summary>One class and its share.</summary>
/// <param name="Share">As a percentage: <c>93.1 %</c>.</param>
/// <param name="Value">Exact probability.</param>
/// <param name="Bar">Length of a bar, 0 to 100, one decimal.</param>
public sealed record ClassView(int Unit, string Label, double Value, string Share, string Bar, bool IsTrue, bool IsTop, string Url)
{
    /// <summary>The label just as it was given.</summary>
    public string GivenLabel { get; init; } = "";
}

/// <summary>A layer for one picture.</summary>
/// <param name="Data">Of a vector, all its numbers as a script; of maps, empty: each has its own.</param>
public sealed record MapsView(
    LayerView Layer, string Url, ImmutableArray<UnitView> Units, int UnitCount, int Hidden, ScaleView Scale, string Range,
        string ZeroShare, string Data)
{
    /// <summary>The smallest value.</summary>
    public double Lowest { get; init; }

    /// <summary>The largest value.</summary>
    public double Highest { get; init; }

    /// <summary>The share of zeros.</summary>
    public double ZeroPart { get; init; }

    /// <summary>All units on one picture, where not all have pages; otherwise null.</summary>
    public SheetView? Sheet { get; init; }
}

/// <summary>The colour scale of a layer for a picture.</summary>
/// <param name="Palette"><c>diverging</c>, <c>grey</c> or <c>probability</c>.</param>
/// <param name="Bar">The labelled colour bar, as SVG.</param>
public sealed record ScaleView(string Palette, double Minimum, double Maximum, Html Bar)
{
    /// <summary>Decimals of the bar's numbers.</summary>
    public int Decimals { get; init; }
}

/// <summary>A unit for one picture.</summary>
/// <param name="Name">Its label, or <c>unit 3</c>.</param>
/// <param name="Url">Its page.</param>
/// <param name="Map">Its picture; empty for a unit of a vector.</param>
/// <param name="Alt">The text alternative, made from its numbers.</param>
/// <param name="Data">Its numbers as a script; empty for a unit of a vector.</param>
/// <param name="Value">Of a vector's unit, its number as text; otherwise empty.</param>
/// <param name="Colour">Of a vector's unit, its colour.</param>
public sealed record UnitView(
    int Index, string Name, string Url, string Map, int Width, int Height, string Alt, string Data, string Value, string Colour,
        string Range, string ZeroShare)
{
    /// <summary>The name with a label just as it was given.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>Of a map, what its text alternative is made from.</summary>
    public MapStatistics? Statistics { get; init; }

    /// <summary>Of a unit of a vector, its number.</summary>
    public double Exact { get; init; }

    /// <summary>Whether any cell of a map is zero.</summary>
    public bool HasZeros => Statistics is { ZeroShare: > 0 };

    /// <summary>Decimals of its numbers.</summary>
    public int Decimals { get; init; }
}

/// <summary>A kernel: the weights between one input unit and one output unit.</summary>
/// <param name="Weights">The weights row by row, exact, with spaces between.</param>
public sealed record KernelView(int Unit, int Input, string Picture, int Width, int Height, string Alt, string Weights);

/// <summary>What a page says of itself.</summary>
public sealed record PageView(string Route, string Kind, string Title, string Description, string Canonical,
    ImmutableArray<CrumbView> Crumbs)
{
    /// <summary>Of a page of a picture, its place below the picture, <c>conv_1/3/index.html</c>: the same place of another picture is one
    /// click away.</summary>
    public string Within { get; init; } = "index.html";

    /// <summary>Of a page of a layer or unit, its operator's kind; otherwise empty.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The section of its text, or empty.</summary>
    public string Section { get; init; } = "";

    /// <summary>Whether an author wrote it, and so may link out of its language.</summary>
    public bool IsOfLesson { get; init; }

    /// <summary>What the addresses of its language start with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The page with the playground.</summary>
    public string Playground { get; init; } = Routes.Chapter(Routes.Playground);

    /// <summary>The same page in all its languages, itself included; empty where it has only one.</summary>
    public ImmutableArray<AlternateView> Alternates { get; init; } = [];
}

/// <summary>A page in one language.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Name">The language's name for itself.</param>
public sealed record AlternateView(string Tag, string Name, string Url, bool IsCurrent)
{
    /// <summary>Absolute where the site's place is known, as search engines want it.</summary>
    public string Absolute { get; init; } = "";
}

/// <summary>One step of the way from home to a page.</summary>
public sealed record CrumbView(string Title, string Url);
