using Convscope.Site.Formulas;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>Formulas become MathML; money and code stay as they are; what can't be read is told with its place.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("3.14", "<mn>3.14</mn>")]
    [InlineData("a - b*2", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi><mo>∗</mo><mn>2</mn></mrow>")]
    [InlineData("x_i", "<msub><mi>x</mi><mi>i</mi></msub>")]
    [InlineData("x^{12}", "<msup><mi>x</mi><mn>12</mn></msup>")]
    [InlineData("w_{u,c}^2", "<msubsup><mi>w</mi><mrow><mi>u</mi><mo>,</mo><mi>c</mi></mrow><mn>2</mn></msubsup>")]
    [InlineData("x'", "<msup><mi>x</mi><mo>′</mo></msup>")]
    [InlineData(@"\frac{1}{1+e^{-x}}",
        "<mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup></mrow></mfrac>")]
    [InlineData(@"\frac12", "<mfrac><mn>12</mn>", "something is missing behind '\\frac'")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\sigma(x)", "<mrow><mi>σ</mi><mo>(</mo><mi>x</mi><mo>)</mo></mrow>")]
    [InlineData(@"\hat{y}", "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>")]
    [InlineData(@"\mathbf{w}", "<mi>𝐰</mi>")]
    [InlineData(@"\mathrm{d}x", "<mrow><mi mathvariant=\"normal\">d</mi><mi>x</mi></mrow>")]
    [InlineData(@"\text{if } x<0", "<mrow><mtext>if&#160;</mtext><mi>x</mi><mo>&lt;</mo><mn>0</mn></mrow>")]
    [InlineData(@"\left( x \right]",
        "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mi>x</mi><mo fence=\"true\" stretchy=\"true\">]</mo></mrow>")]
    [InlineData(@"\sum_i^n x",
        "<mrow><msubsup><mo movablelimits=\"false\">∑</mo><mi>i</mi><mi>n</mi></msubsup><mi>x</mi></mrow>")]
    [InlineData(@"\begin{matrix} a & b \\ c & d \end{matrix}",
        "<mrow><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable></mrow>")]
    [InlineData(@"\begin{cases} a & b \end{cases}",
        "<mrow><mo fence=\"true\" stretchy=\"true\">{</mo><mtable><mtr><mtd style=\"text-align:left\"><mi>a</mi></mtd>"
        + "<mtd style=\"text-align:left\"><mi>b</mi></mtd></mtr></mtable></mrow>")]
    [InlineData("图", "<mi>图</mi>")]
    [InlineData("", "", "this formula is empty", 0)]
    [InlineData(@"a + \fraq{1}{2}", "", "formulas don't know the command '\\fraq'", 4)]
    [InlineData("{a", "", "this '{' has no '}'", 0)]
    [InlineData("a}", "", "this '}' has no '{'", 1)]
    [InlineData("^2", "", "nothing stands before this '^'", 0)]
    [InlineData("x_1_2", "", "a second '_' on one base", 3)]
    [InlineData("x^", "", "something is missing behind '^'", 2)]
    [InlineData(@"\left( x", "", "this '\\left' has no '\\right'", 0)]
    [InlineData(@"x \right)", "", "this '\\right' has no '\\left'", 2)]
    [InlineData(@"\left x", "", "'x' is no bracket", 6)]
    [InlineData(@"\begin{pmatriks} a", "", "formulas don't know the table 'pmatriks'", 0)]
    [InlineData(@"\begin{cases} a", "", "this '\\begin{cases}' has no '\\end{cases}'", 0)]
    [InlineData("a & b", "", "'&' stands between the cells", 2)]
    [InlineData(@"\text x", "", "'\\text' needs its text in braces", 6)]
    [InlineData(@"x \", "", "a command is missing", 2)]
    public void Each(string tex, string mathMl, string? problem = null, int at = -1)
    {
        if (problem is null)
        {
            Assert.Equal($"<math>{mathMl}</math>", Formula.ToMathMl(tex, isBlock: false)
                .Replace("&#119856;", "𝐰", StringComparison.Ordinal));
            return;
        }

        var told = Assert.Throws<FormulaException>(() => Formula.ToMathMl(tex, isBlock: false));
        Assert.StartsWith(problem, told.Message, StringComparison.Ordinal);
        if (at >= 0) Assert.Equal(at, told.At);
    }

    [Fact]
    public void OnALineOfItsOwnLimitsStandBelowAndAbove() => Assert.Equal(
        "<math display=\"block\"><munderover><mo movablelimits=\"false\">∑</mo><mi>i</mi><mi>n</mi></munderover></math>",
        Formula.ToMathMl(@"\sum_i^n", isBlock: true));

    [Fact]
    public void GroupsHaveALimit() =>
        Assert.Throws<FormulaException>(() => Formula.ToMathMl(new string('{', 5000) + new string('}', 5000), isBlock: false));

    [Fact]
    public void ATextWithFormulasMoneyAndCode()
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", """
            # Formulas $e^x$ here

            A cell is $y = \max(0, x)$; it costs $5, not $6, or US$7/US$8, 9$ or 10$, \$11\$. Code: `$x$`, <b>$z$</b>. 设$u$为\$单元（$v$），$$w$$。

            > $$
            > f(x) = \begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}
            > $$

                $not$ a formula

            ```
            $$ neither $$
            ```
            """);
        site.Built();
        var page = Html.Parse(site.Page("learn/lesson/index.html"));
        var main = page.QuerySelector("main")!;
        Assert.Equal(["y=max(0,x)", "z", "u", "v", "w", "f(x)={xx>00else"], main.QuerySelectorAll("math").Select(math => math.TextContent));
        Assert.Equal("block", main.QuerySelector("blockquote .formula math")!.GetAttribute("display"));
        Assert.Contains("it costs $5, not $6, or US$7/US$8, 9$ or 10$, $11$. Code: $x$", main.TextContent);
        Assert.Contains("$not$ a formula", main.TextContent);
        Assert.Contains("$$ neither $$", main.TextContent);
        Assert.StartsWith("Formulas e^x here", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Some $a + \\fraq{1}{2}$.", 3, 11, "formulas don't know the command '\\fraq'; did you mean '\\frac'?")]
    [InlineData("- item\n- and $x^$ more", 4, 10, "something is missing behind '^'")]
    [InlineData("$$\na +\nb}\n$$", 5, 2, "this '}' has no '{'")]
    [InlineData("> $$\n> a}\n> $$", 4, 4, "this '}' has no '{'")]
    [InlineData("Some $$a}$$.", 3, 9, "this '}' has no '{'")]
    public void AMistakeIsToldWithItsPlace(string text, int line, int column, string message)
    {
        using var site = new TempSite();
        site.Write("content/en/lesson.md", "# Lesson\n\n" + text + "\n");
        var result = site.Fails(1, [message]);
        Assert.Contains($"content/en/lesson.md:{line}:{column}: error CS1210: ", Assert.Single(result.Errors), StringComparison.Ordinal);
    }
}
