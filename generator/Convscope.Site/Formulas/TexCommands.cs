using System.Collections.Frozen;

namespace Convscope.Site.Formulas;

/// <summary>The commands of TeX that formulas may use, by what becomes of them in MathML Core
/// (https://www.w3.org/TR/mathml-core/).</summary>
internal static class TexCommands
{
    /// <summary>Letters, and words that are upright: <c>mi</c>.</summary>
    public static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ϵ", ["varepsilon"] = "ε", ["zeta"] = "ζ",
        ["eta"] = "η", ["theta"] = "θ", ["iota"] = "ι", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ",
        ["pi"] = "π", ["rho"] = "ρ", ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "ϕ", ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ",
        ["omega"] = "ω", ["Gamma"] = "Γ", ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Sigma"] = "Σ", ["Phi"] = "Φ",
        ["Psi"] = "Ψ", ["Omega"] = "Ω", ["ell"] = "ℓ", ["infty"] = "∞", ["partial"] = "∂", ["nabla"] = "∇", ["hbar"] = "ℏ",
        ["exp"] = "exp", ["log"] = "log", ["ln"] = "ln", ["sin"] = "sin", ["cos"] = "cos", ["tan"] = "tan", ["tanh"] = "tanh",
        ["erf"] = "erf",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Operators and relations: <c>mo</c>.</summary>
    public static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["cdot"] = "⋅", ["times"] = "×", ["div"] = "÷", ["pm"] = "±", ["ast"] = "∗", ["star"] = "⋆", ["circ"] = "∘", ["odot"] = "⊙",
        ["oplus"] = "⊕", ["otimes"] = "⊗", ["le"] = "≤", ["leq"] = "≤", ["ge"] = "≥", ["geq"] = "≥", ["ne"] = "≠", ["neq"] = "≠",
        ["approx"] = "≈", ["equiv"] = "≡", ["sim"] = "∼", ["propto"] = "∝", ["ll"] = "≪", ["gg"] = "≫", ["in"] = "∈", ["notin"] = "∉",
        ["subset"] = "⊂", ["cup"] = "∪", ["cap"] = "∩", ["to"] = "→", ["rightarrow"] = "→", ["leftarrow"] = "←", ["gets"] = "←",
        ["mapsto"] = "↦", ["Rightarrow"] = "⇒", ["Leftrightarrow"] = "⇔", ["forall"] = "∀", ["exists"] = "∃", ["dots"] = "…",
        ["ldots"] = "…", ["cdots"] = "⋯", ["vdots"] = "⋮", ["mid"] = "∣", ["lfloor"] = "⌊", ["rfloor"] = "⌋", ["lceil"] = "⌈",
        ["rceil"] = "⌉", ["langle"] = "⟨", ["rangle"] = "⟩", ["|"] = "‖", ["{"] = "{", ["}"] = "}", ["%"] = "%", ["$"] = "$",
        ["#"] = "#",
        ["&"] = "&", ["_"] = "_",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Operators that bear their limits below and above in a formula on a line of its own.</summary>
    public static readonly FrozenDictionary<string, string> Large = new Dictionary<string, string>
    {
        ["sum"] = "∑", ["prod"] = "∏", ["max"] = "max", ["min"] = "min", ["lim"] = "lim", ["argmax"] = "argmax", ["argmin"] = "argmin",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Signs above a letter.</summary>
    public static readonly FrozenDictionary<string, string> Accents = new Dictionary<string, string>
    {
        ["hat"] = "^", ["bar"] = "¯", ["tilde"] = "~", ["vec"] = "→", ["dot"] = "˙", ["overline"] = "¯",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Spaces, in em.</summary>
    public static readonly FrozenDictionary<string, string> Spaces = new Dictionary<string, string>
    {
        [","] = "0.167", [":"] = "0.222", [";"] = "0.278", [" "] = "0.333", ["quad"] = "1", ["qquad"] = "2", ["!"] = "-0.167",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands at the sides of a table.</summary>
    public static readonly FrozenDictionary<string, (string Left, string Right)> Tables = new Dictionary<string, (string, string)>
    {
        ["matrix"] = ("", ""), ["pmatrix"] = ("(", ")"), ["bmatrix"] = ("[", "]"), ["vmatrix"] = ("|", "|"), ["cases"] = ("{", ""),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands with arguments of their own.</summary>
    public static readonly string[] WithArguments =
        ["frac", "sqrt", "text", "mathrm", "operatorname", "mathbf", "left", "right", "begin", "end"];

    /// <summary>Every command, to suggest one.</summary>
    public static IEnumerable<string> All => Names.Keys.Concat(Signs.Keys).Concat(Large.Keys).Concat(Accents.Keys).Concat(Spaces.Keys)
        .Concat(WithArguments).Where(name => char.IsAsciiLetter(name[0]));
}
