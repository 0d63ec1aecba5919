using Convscope.Inference.Onnx;
using Kind = Convscope.Inference.Onnx.AttributeProto.Types.AttributeType;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Tests.Unit.Inference;

/// <summary>One number of a model of which the last 12 binary digits are wrong: a weight, or a setting.</summary>
/// <param name="What">The number's place.</param>
/// <param name="Plant">Makes it wrong in a model.</param>
internal sealed record PlantedFault(string What, Action<ModelProto> Plant)
{
    /// <summary>One of every weight and every setting of a model, whichever of its numbers the seed draws.</summary>
    public static IEnumerable<PlantedFault> Of(ModelProto model, Random random)
    {
        for (var i = 0; i < model.Graph.Initializer.Count; i++)
        {
            var tensor = model.Graph.Initializer[i];
            if ((Type)tensor.DataType != Type.Float || tensor.FloatData.Count == 0) continue;
            var (at, number) = (i, random.Next(tensor.FloatData.Count));
            yield return new($"{tensor.Name}[{number}]", wrong =>
                wrong.Graph.Initializer[at].FloatData[number] = Wrong(tensor.FloatData[number]));
        }

        for (var i = 0; i < model.Graph.Node.Count; i++)
        {
            for (var j = 0; j < model.Graph.Node[i].Attribute.Count; j++)
            {
                var (node, attribute) = (i, j);
                var given = model.Graph.Node[i].Attribute[j];
                if (given.Type != Kind.Float) continue;
                yield return new($"{model.Graph.Node[i].OpType}.{given.Name}", wrong =>
                    wrong.Graph.Node[node].Attribute[attribute].F = Wrong(given.F));
            }
        }
    }

    private static float Wrong(float number) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(number) ^ 0xFFF);
}
