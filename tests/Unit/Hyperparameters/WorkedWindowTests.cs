using Convscope.Core.Hyperparameters;

namespace Convscope.Tests.Unit.Hyperparameters;

public sealed class WorkedWindowTests
{
    [Fact]
    public void The_drawn_sum_adds_up_from_the_numbers_shown()
    {
        var drawn = WorkedCases.Drawn;
        Assert.Equal(9, drawn.Terms.Length);
        Assert.Equal(3, drawn.Terms.Count(term => term.IsPadding));
        Assert.Equal(drawn.Result, drawn.Terms.Sum(term => term.X * term.W));
    }

    [Theory]
    [InlineData(6, 3, 2, 1, 2)]
    [InlineData(8, 2, 0, 3, 1)]
    [InlineData(5, 5, 3, 2, 2)]
    public void Every_cell_is_the_sum_of_its_terms(int n, int k, int p, int s, int d)
    {
        var settings = new WindowCase(n, k, p, s, d);
        var output = settings.Output!.Value;
        for (var i = 0; i < output * output; i++)
        {
            var worked = new WorkedWindow(settings, i / output, i % output);
            Assert.Equal(k * k, worked.Terms.Length);
            Assert.Equal(worked.Result, worked.Terms.Sum(term => term.X * term.W));
        }
    }

    [Fact]
    public void The_picture_fills_the_range_at_every_size()
    {
        for (var size = 1; size <= 10; size++)
        {
            var picture = SamplePicture.Of(size);
            Assert.Equal(SamplePicture.Brightest, picture.Max());
            Assert.InRange(picture.Min(), 0, SamplePicture.Brightest);
        }
    }

    [Fact]
    public void The_edge_kernel_sees_nothing_on_an_even_field() => Assert.Equal(0, SamplePicture.EdgeKernel(4).Sum());
}
