namespace Convscope.Core.Network.Doubts;

/// <summary>A mean or a standard deviation that belongs to values on another scale: nothing has a mean beyond its largest value.</summary>
internal static class ScaleDoubts
{
    /// <summary>Standard deviations below this are those of values from 0 to 1.</summary>
    private const double SmallDeviation = 1;

    public static IEnumerable<RecipeDoubt> Of(Preprocessing recipe, int channels)
    {
        var highest = 255 * Math.Abs(recipe.Scale);
        double[] means = [.. recipe.Mean.Take(channels).Select(Math.Abs)], stds = [.. recipe.Std.Take(channels).Select(Math.Abs)];
        var top = RecipeDoubt.Text(highest);
        if (means.Length > 0 && means.Min() > highest)
        {
            var text = RecipeDoubt.Text(recipe.Mean);
            yield return new("mean",
                $"a mean of {text} is subtracted from values that only reach {top}; if it is meant for values of 0 to 255, add --scale 1 (`scale: 1` under `input:`)", [text, top]);
        }
        else if (stds.Length > 0 && stds.Min() > highest)
        {
            var text = RecipeDoubt.Text(recipe.Std);
            yield return new("std",
                $"values that only reach {top} are divided by a standard deviation of {text}; if it is meant for values of 0 to 255, add --scale 1 (`scale: 1` under `input:`)", [text, top]);
        }
        else if (highest > 100 && stds.Length > 0 && stds.Max() < SmallDeviation && means.All(mean => mean <= 1))
        {
            var text = RecipeDoubt.Text(recipe.Std);
            yield return new("small",
                $"values of 0 to {top} are divided by a standard deviation of {text}, which is one of values of 0 to 1; add --scale 1/255 (`scale: 1/255` under `input:`)", [top, text]);
        }
    }
}
