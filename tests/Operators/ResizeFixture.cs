namespace Convscope.Tests.Operators;

internal sealed class ResizeFixture : OperatorFixture
{
    private static readonly string[] Coordinates =
        ["half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric"];
    private static readonly string[] Nearest = ["round_prefer_floor", "round_prefer_ceil", "floor", "ceil"];

    public override IReadOnlyList<string> Kinds => ["resize"];

    public override IEnumerable<(string Name, ModelBuilder Model)> Models =>
    [
        .. from coordinates in Coordinates from mode in new[] { "nearest", "linear", "cubic" } select ($"{mode}, {coordinates}, scales",
            Scaled(coordinates, mode, 1.5f, 2.5f)),
        .. from coordinates in Coordinates from mode in new[] { "nearest", "linear", "cubic" } select ($"{mode}, {coordinates}, smaller",
            Scaled(coordinates, mode, 0.6f, 0.5f)),
        .. from coordinates in Coordinates from nearest in Nearest select ($"{nearest}, {coordinates}",
            Scaled(coordinates, "nearest", 2, 1.7f, ("nearest_mode", nearest))),
        .. from coordinates in Coordinates from mode in new[] { "nearest", "linear" } select ($"{mode}, {coordinates}, sizes",
            Sized(coordinates, mode, 11, 1)),
        ("cubic, outside excluded", Scaled("half_pixel", "cubic", 2, 2, ("exclude_outside", 1), ("cubic_coeff_a", -0.5f))),
        ("half pixels for the nearest", new ModelBuilder(11).Input(1, 3, 5, 6).Floats("roi", [0]).Floats("scales", [4], 1, 1, 1.7f, 0.6f)
            .Node("Resize", "image roi scales", "large", ("coordinate_transformation_mode", "tf_half_pixel_for_nn")).Output("large")),
        ("version 10", new ModelBuilder(10).Input(1, 3, 5, 6).Floats("scales", [4], 1, 1, 2, 0.6f).Node("Resize", "image scales", "large")
            .Output("large")),
        ("version 10, linear", new ModelBuilder(10).Input(1, 3, 5, 6).Floats("scales", [4], 1, 1, 2, 0.6f)
            .Node("Resize", "image scales", "large", ("mode", "linear")).Output("large")),
        ("Upsample", new ModelBuilder(9).Input(1, 3, 5, 6).Floats("scales", [4], 1, 1, 2, 3).Node("Upsample", "image scales", "large")
            .Output("large")),
        ("Upsample, linear", new ModelBuilder(9).Input(1, 3, 5, 6).Floats("scales", [4], 1, 1, 2, 3)
            .Node("Upsample", "image scales", "large", ("mode", "linear")).Output("large")),
        ("channels last", Last(19).Floats("scales", [4], 1, 2, 1.5f, 1).Node("Resize", "last - scales", "large", ("mode", "linear"))
            .Output("large")),
        ("channels last, sizes", Last(19).Longs("sizes", 1, 11, 9, 3).Node("Resize", "last - - sizes", "large").Output("large")),
        ("channels last, axes", Last(19).Floats("scales", [2], 3, 2).Node("Resize", "last - scales", "large", ("axes", new[] { -2, 1 }))
            .Output("large")),
        ("channels last, Upsample", Last(9).Floats("scales", [4], 1, 3, 2, 1).Node("Upsample", "last scales", "large").Output("large")),
        ("axes", new ModelBuilder(18).Input(1, 3, 5, 6).Floats("scales", [2], 2, 3)
            .Node("Resize", "image - scales", "large", ("axes", new[] { 3, 2 })).Output("large")),
        ("not larger", new ModelBuilder(18).Input(1, 3, 5, 6).Longs("sizes", 9, 9)
            .Node("Resize", "image - - sizes", "large", ("axes", new[] { 2, 3 }), ("mode", "linear"),
                ("keep_aspect_ratio_policy", "not_larger")).Output("large")),
        ("not smaller", new ModelBuilder(18).Input(1, 3, 5, 6).Longs("sizes", 9, 9)
            .Node("Resize", "image - - sizes", "large", ("axes", new[] { 2, 3 }), ("keep_aspect_ratio_policy", "not_smaller"))
                .Output("large")),
    ];

    private static ModelBuilder Last(int opset) =>
        new ModelBuilder(opset).Input(1, 3, 5, 6).Node("Transpose", "image", "last", ("perm", new[] { 0, 2, 3, 1 }));

    private static ModelBuilder Scaled(string coordinates, string mode, float rows, float columns, params (string, object)[] attributes) =>
        new ModelBuilder(19).Input(1, 3, 5, 6)
        .Floats("scales", [4], 1, 1, rows, columns)
        .Node("Resize", "image - scales", "large", [("mode", mode), ("coordinate_transformation_mode", coordinates), .. attributes])
            .Output("large");

    private static ModelBuilder Sized(string coordinates, string mode, long rows, long columns) => new ModelBuilder(19).Input(1, 3, 5, 6)
        .Longs("sizes", 1, 3, rows, columns).Node("Resize", "image - - sizes", "large", ("mode", mode),
            ("coordinate_transformation_mode", coordinates)).Output("large");
}
