using System.Globalization;

namespace Convscope.Core.Explain;

/// <summary>
/// Works out a formula as it is written, such as <c>max(0, −1.2) + 0.01 × min(0, −1.2)</c>: a reader's calculator. It knows
/// <c>+ − × / ^ ³ ( ) | | √ π</c> and the functions of <see cref="Functions"/>.
/// </summary>
public sealed class Calculator
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new(StringComparer.Ordinal)
    {
        ["max"] = x => x.Max(), ["min"] = x => x.Min(), ["exp"] = x => Math.Exp(x[0]), ["ln"] = x => Math.Log(x[0]), ["tanh"] = x =>
            Math.Tanh(x[0]),
        ["erf"] = x => ErrorFunction.Of(x[0]), ["ceil"] = x => Math.Ceiling(x[0]), ["floor"] = x => Math.Floor(x[0]), ["round"] = x =>
            Math.Round(x[0]),
        ["sign"] = x => Math.Sign(x[0]), ["trunc"] = x => Math.Truncate(x[0]),
    };

    private readonly string _text;
    private int _at;

    private Calculator(string text) => _text = text;

    /// <summary>The value of a formula.</summary>
    /// <exception cref="FormatException">It isn't written as it should be.</exception>
    public static double Evaluate(string text)
    {
        var calculator = new Calculator(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace('-', '−'));
        var value = calculator.Sum();
        return calculator._at == calculator._text.Length ? value : throw calculator.Wrong();
    }

    private double Sum()
    {
        var sum = Product();
        while (true)
        {
            if (Take('+')) sum += Product();
            else if (Take('−')) sum -= Product();
            else return sum;
        }
    }

    private double Product()
    {
        var product = Power();
        while (true)
        {
            if (Take('×')) product *= Power();
            else if (Take('/')) product /= Power();
            else return product;
        }
    }

    private double Power()
    {
        if (Take('−')) return -Power();
        var value = Take('√') ? Math.Sqrt(Single()) : Single();
        if (Take('³')) return value * value * value;
        return Take('^') ? Math.Pow(value, Power()) : value;
    }

    private double Single()
    {
        if (Take('π')) return Math.PI;
        if (Take('(')) return Closed(Sum(), ')');
        if (Take('|')) return Math.Abs(Closed(Sum(), '|'));
        return _at < _text.Length && char.IsAsciiLetter(_text[_at]) ? Function() : Number();
    }

    private double Function()
    {
        var name = While(char.IsAsciiLetter);
        if (!Functions.TryGetValue(name, out var function) || !Take('(')) throw Wrong();
        var arguments = new List<double> { Sum() };
        while (Take(',')) arguments.Add(Sum());
        return function([.. arguments]) is var value && Take(')') ? value : throw Wrong();
    }

    private double Number()
    {
        var digits = While(letter => char.IsAsciiDigit(letter) || letter == '.');
        if (_at + 1 < _text.Length && _text[_at] == 'e' && (char.IsAsciiDigit(_text[_at + 1]) || _text[_at + 1] == '−'))
        {
            _at++;
            digits += "e" + (Take('−') ? "-" : "") + While(char.IsAsciiDigit);
        }

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong();
    }

    private double Closed(double value, char bracket) => Take(bracket) ? value : throw Wrong();

    private bool Take(char letter)
    {
        if (_at >= _text.Length || _text[_at] != letter) return false;
        _at++;
        return true;
    }

    private string While(Func<char, bool> holds)
    {
        var start = _at;
        while (_at < _text.Length && holds(_text[_at])) _at++;
        return _text[start.._at];
    }

    private FormatException Wrong() => new($"'{_text}' can't be worked out from '{_text[Math.Min(_at, _text.Length)..]}' on");
}
