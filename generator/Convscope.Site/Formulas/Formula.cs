using System.Globalization;
using System.Net;
using System.Text;

namespace Convscope.Site.Formulas;

/// <summary>
/// A formula in a declared part of TeX as MathML Core (https://www.w3.org/TR/mathml-core/), which browsers draw by themselves: no script
/// and no font is loaded for it.
/// </summary>
public sealed class Formula
{
    private const int Deepest = 40;
    private readonly TexReader _tex;
    private readonly bool _isBlock;
    private int _depth;

    private Formula(string tex, bool isBlock) => (_tex, _isBlock) = (new(tex), isBlock);

    /// <summary>The element <c>math</c> of a formula.</summary>
    /// <param name="tex">What stands between the dollar signs.</param>
    /// <param name="isBlock">Whether it has a line of its own.</param>
    /// <exception cref="FormulaException">It can't be read.</exception>
    public static string ToMathMl(string tex, bool isBlock)
    {
        if (string.IsNullOrWhiteSpace(tex)) throw new FormulaException("this formula is empty", 0);
        var formula = new Formula(tex, isBlock);
        var content = formula.Row();
        if (formula._tex.Peek() is { } left) throw formula.Unexpected(left);
        return $"<math{(isBlock ? " display=\"block\"" : "")}>{content}</math>";
    }

    /// <summary>Everything up to a token that ends it, or to the end.</summary>
    private string Row(string? end = null)
    {
        if (++_depth > Deepest) throw new FormulaException($"this formula is nested too deeply: more than {Deepest} groups", _tex.At);
        var parts = new List<string>();
        while (_tex.Peek() is { } token && token != end && token is not ("}" or "&" or "\\\\" or "\\right" or "\\end")) parts.Add(Scripted());
        _depth--;
        return parts.Count == 1 ? parts[0] : $"<mrow>{string.Concat(parts)}</mrow>";
    }

    /// <summary>An atom with what stands below and above it.</summary>
    private string Scripted()
    {
        var token = _tex.Peek()!;
        var isLarge = token[0] == '\\' && TexCommands.Large.ContainsKey(token[1..]) && _isBlock;
        var atom = token is "^" or "_" ? throw new FormulaException($"nothing stands before this '{token}'", _tex.At) : Atom();
        string? below = null, above = null;
        while (_tex.Peek() is "^" or "_" or "'")
        {
            var at = _tex.At;
            var script = _tex.Next();
            if ((script == "_" ? below : above) is not null)
                throw new FormulaException($"a second '{script}' on one base; put braces around what belongs together", at);
            if (script == "_") below = Argument("_");
            else above = script == "'" ? "<mo>′</mo>" : Argument("^");
        }

        return (below, above) switch
        {
            (null, null) => atom,
            (_, null) => Element(isLarge ? "munder" : "msub", atom, below),
            (null, _) => Element(isLarge ? "mover" : "msup", atom, above),
            _ => Element(isLarge ? "munderover" : "msubsup", atom, below, above),
        };
    }

    private string Atom()
    {
        var at = _tex.At;
        var token = _tex.Next();
        if (token == "{")
        {
            var row = Row();
            return _tex.Peek() == "}" && _tex.Next() == "}" ? row : throw new FormulaException("this '{' has no '}'", at);
        }

        if (token[0] == '\\') return Command(token[1..], at);
        if (char.IsDigit(token[0])) return $"<mn>{token}</mn>";
        return char.IsLetter(token, 0) ? $"<mi>{WebUtility.HtmlEncode(token)}</mi>" : Sign(token switch
        {
            "-" => "−",
            "*" => "∗",
            _ => token,
        });
    }

    private string Command(string name, int at)
    {
        if (TexCommands.Names.TryGetValue(name, out var letter)) return $"<mi>{letter}</mi>";
        if (TexCommands.Large.TryGetValue(name, out var large)) return $"<mo movablelimits=\"false\">{large}</mo>";
        if (TexCommands.Spaces.TryGetValue(name, out var width)) return $"<mspace width=\"{width}em\"></mspace>";
        if (TexCommands.Signs.TryGetValue(name, out var sign)) return Sign(sign);
        if (TexCommands.Accents.TryGetValue(name, out var accent))
            return $"<mover accent=\"true\">{Argument(@"\" + name)}<mo>{accent}</mo></mover>";
        return name switch
        {
            "frac" => Element("mfrac", Argument(@"\frac"), Argument(@"\frac")),
            "sqrt" => Root(),
            "text" => $"<mtext>{WebUtility.HtmlEncode(Held(_tex.Words(name)))}</mtext>",
            "mathrm" or "operatorname" => Upright(_tex.Words(name)),
            "mathbf" => $"<mi>{WebUtility.HtmlEncode(Bold(_tex.Words(name)))}</mi>",
            "left" => Fenced(at),
            "begin" => Table(at),
            _ => throw new FormulaException(
                $"formulas don't know the command '\\{name}'", at, @"\" + name, TexCommands.All.Select(known => @"\" + known)),
        };
    }

    private string Root()
    {
        if (_tex.Peek() != "[") return $"<msqrt>{Argument(@"\sqrt")}</msqrt>";
        var at = _tex.At;
        _tex.Next();
        var degree = Row("]");
        if (_tex.Peek() is null || _tex.Next() != "]") throw new FormulaException("this '[' has no ']'", at);
        return Element("mroot", Argument(@"\sqrt"), degree);
    }

    private string Fenced(int at)
    {
        var left = Fence();
        var row = Row();
        if (_tex.Peek() != "\\right") throw new FormulaException("this '\\left' has no '\\right'", at);
        _tex.Next();
        return $"<mrow>{left}{row}{Fence()}</mrow>";
    }

    private string Fence()
    {
        var at = _tex.At;
        var token = _tex.Peek() is null ? throw new FormulaException("a bracket is missing at the end", at) : _tex.Next();
        if (token == ".") return "";
        var sign = token[0] == '\\' ? TexCommands.Signs.GetValueOrDefault(token[1..]) : null;
        if (token is "(" or ")" or "[" or "]" or "|") sign = token;
        return sign is null ? throw new FormulaException($"'{token}' is no bracket", at)
            : $"<mo fence=\"true\" stretchy=\"true\">{WebUtility.HtmlEncode(sign)}</mo>";
    }

    private string Table(int at)
    {
        var kind = _tex.Words("begin");
        if (!TexCommands.Tables.TryGetValue(kind, out var sides))
            throw new FormulaException($"formulas don't know the table '{kind}'", at, kind, TexCommands.Tables.Keys);

        // Core MathML has no columnalign, and browsers centre every cell by themselves.
        var cell = kind == "cases" ? "<mtd style=\"text-align:left\">" : "<mtd>";
        var rows = new StringBuilder("<mtr>").Append(cell);
        for (; ; )
        {
            rows.Append(Row());
            var here = _tex.At;
            if (_tex.Peek() is null) throw new FormulaException($"this '\\begin{{{kind}}}' has no '\\end{{{kind}}}'", at);
            var token = _tex.Next();
            if (token == "&") rows.Append("</mtd>").Append(cell);
            else if (token == "\\\\") rows.Append("</mtd></mtr><mtr>").Append(cell);
            else if (token == "\\end" && _tex.Words("end") == kind) break;
            else throw new FormulaException($"this '\\begin{{{kind}}}' has no '\\end{{{kind}}}'", token == "}" ? here : at);
        }

        string Side(string sign) => sign.Length == 0 ? "" : $"<mo fence=\"true\" stretchy=\"true\">{sign}</mo>";
        return $"<mrow>{Side(sides.Left)}<mtable>{rows}</mtd></mtr></mtable>{Side(sides.Right)}</mrow>";
    }

    /// <summary>A text whose outer spaces stay: browsers drop plain ones at the ends of an element.</summary>
    private static string Held(string text)
    {
        var words = text.Trim(' ');
        return words.Length == 0 ? new('\u00A0', text.Length)
            : new string('\u00A0', text.Length - text.TrimStart(' ').Length) + words
                + new string('\u00A0', text.Length - text.TrimEnd(' ').Length);
    }

    private string Argument(string of)
    {
        if (_tex.Peek() is null or "}" or "&" or "\\\\" or "^" or "_") throw new FormulaException($"something is missing behind '{of}'", _tex.At);
        return Atom();
    }

    private FormulaException Unexpected(string token) => token switch
    {
        "}" => new("this '}' has no '{'", _tex.At),
        "\\right" => new("this '\\right' has no '\\left'", _tex.At),
        "\\end" => new("this '\\end' has no '\\begin'", _tex.At),
        _ => new($"'{token}' stands between the cells or rows of a table, and here is none", _tex.At),
    };

    /// <summary>A word is upright by itself, a letter where that is said.</summary>
    private static string Upright(string text) => $"<mi{(text.Length == 1 ? " mathvariant=\"normal\"" : "")}>{WebUtility.HtmlEncode(text)}</mi>";

    private static string Sign(string text) => $"<mo>{WebUtility.HtmlEncode(text)}</mo>";

    private static string Element(string name, params string?[] children) => $"<{name}>{string.Concat(children)}</{name}>";

    /// <summary>Bold letters are letters of their own (Unicode, Mathematical Alphanumeric Symbols).</summary>
    private static string Bold(string text) => string.Concat(text.Select(c => c switch
    {
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(0x1D400 + c - 'A'),
        >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D41A + c - 'a'),
        >= '0' and <= '9' => char.ConvertFromUtf32(0x1D7CE + c - '0'),
        _ => c.ToString(CultureInfo.InvariantCulture),
    }));
}
