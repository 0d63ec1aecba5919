namespace Convscope.Tests.Operators;

internal sealed class DenseFixture : OperatorFixture
{
    public override IReadOnlyList<string> Kinds => ["dense"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        ("as sums over letters", Numbers().Weights("w", 8, 5).Node("Einsum", "numbers w", "y", ("equation", "bi,io->bo")).Output("y")),
        ("Gemm", Gemm([48, 5], [5])),
        ("Gemm, no bias", Gemm([48, 5], null)),
        ("Gemm, transB", Gemm([5, 48], [5], ("transB", 1))),
        ("Gemm, alpha and beta", Gemm([48, 5], [5], ("alpha", 0.5f), ("beta", -2f))),
        ("Gemm, a scalar for a bias", Gemm([48, 5], [1])),
        ("Gemm, a bias of one row", Gemm([48, 5], [1, 5])),
        ("MatMul", Flat().Weights("w", 48, 5).Node("MatMul", "flat w", "fc").Output("fc")),
        ("MatMul and Add", Flat().Weights("w", 48, 5).Weights("b", 5).Node("MatMul", "flat w", "fc").Node("Add", "b fc", "sum")
            .Output("sum")),
    ];

    private static ModelBuilder Flat() => new ModelBuilder().Input(1, 3, 4, 4).Node("Flatten", "image", "flat");

    private static ModelBuilder Gemm(long[] weights, long[]? bias, params (string, object)[] attributes)
    {
        var model = Flat().Weights("w", weights);
        if (bias is not null) model.Weights("b", bias);
        return model.Node("Gemm", bias is null ? "flat w" : "flat w b", "fc", attributes).Output("fc");
    }
}
