using System.Text;

/// <summary>Writes small ONNX files by the field numbers of onnx.proto, so that a finding needs no other tool.</summary>
static partial class OnnxFile
{
    /// <summary>A model of one node, whose inputs are float tensors that are fed, but for those that have values.</summary>
    public static byte[] Of(string op, int opset, (string Name, int[]? Shape, float[]? Values)[] inputs, string[] outputs,
        params byte[][] attributes) =>
        Of(opset, inputs, outputs, Node(op, [.. inputs.Select(input => input.Name)], outputs, attributes));

    public static byte[] Of(int opset, (string Name, int[]? Shape, float[]? Values)[] inputs, string[] outputs, params byte[][] nodes)
    {
        var graph = Join([.. nodes.Select(node => Field(1, node)), Field(2, "graph"),
            .. inputs.Where(input => input.Values is not null).Select(input => Field(5, Tensor(input.Name, input.Shape!, input.Values!))),
            .. inputs.Where(input => input.Values is null && input.Name.Length > 0)
                .Select(input => Field(11, Value(input.Name, input.Shape))),
            .. outputs.Where(output => output.Length > 0).Select(output => Field(12, Value(output, null)))]);
        return Join([Field(1, 8), Field(7, graph), Field(8, Field(2, opset))]);
    }

    public static byte[] Node(string op, string[] inputs, string[] outputs, params byte[][] attributes) =>
        Join([.. inputs.Select(name => Field(1, name)), .. outputs.Select(name => Field(2, name)),
            Field(3, op.ToLowerInvariant() + outputs[0]), Field(4, op), .. attributes.Select(attribute => Field(5, attribute))]);

    public static byte[] Ints(string name, params long[] values) =>
        Join([Field(1, name), .. values.Select(value => Field(8, value)), Field(20, 7)]);

    public static byte[] Int(string name, long value) => Join([Field(1, name), Field(3, value), Field(20, 2)]);

    public static byte[] Text(string name, string value) => Join([Field(1, name), Field(4, value), Field(20, 3)]);

    /// <summary>A name that ends in :u8 or :i32 says the type of its values; float otherwise.</summary>
    static byte[] Tensor(string name, int[] shape, float[] values) =>
        Join([.. shape.Select(size => Field(1, size)), Field(2, Type(name)), Field(8, name), Field(9, Type(name) switch
    {
        2 => [.. values.Select(value => (byte)value)],
        6 => [.. values.SelectMany(value => BitConverter.GetBytes((int)value))],
        _ => [.. values.SelectMany(BitConverter.GetBytes)],
    })]);

    static int Type(string name) => name.EndsWith(":u8") ? 2 : name.EndsWith(":i32") ? 6 : 1;

    static byte[] Value(string name, int[]? shape)
    {
        byte[] sizes = shape is null ? [] : Field(2, Join([.. shape.Select(size => Field(1, Field(1, size)))]));
        return Join([Field(1, name), Field(2, Field(1, Join([Field(1, Type(name)), sizes])))]);
    }

    static byte[] Field(int number, byte[] bytes) => Join([Number(number << 3 | 2), Number(bytes.Length), bytes]);

    static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    static byte[] Field(int number, long value) => Join([Number(number << 3), Number(value)]);

    static byte[] Number(long value)
    {
        var bytes = new List<byte>();
        for (var left = (ulong)value; ; left >>= 7)
        {
            if (left < 128) { bytes.Add((byte)left); return [.. bytes]; }
            bytes.Add((byte)(left | 128));
        }
    }

    static byte[] Join(byte[][] parts) => [.. parts.SelectMany(part => part)];
}
