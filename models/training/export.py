"""Write the trained network as ONNX, and the YAML that says how to feed and read it.

The graph is written node by node, so every layer has the name a reader meets on the site, and the same weights always
give the same bytes.
"""

import onnx
import yaml
from onnx import helper, numpy_helper

import data
import learn

CAPTIONS = {
    "conv_1_1": "The first kernels look at the picture itself: each unit answers to an edge, a colour or a contrast in a "
                "3x3 patch.",
    "relu_1_1": "ReLU keeps what spoke for the unit's pattern and sets everything below zero to zero.",
    "conv_1_2": "Each unit combines all ten maps of the first layer, so corners, stripes and coloured edges begin to count.",
    "relu_1_2": "ReLU again: only the places where the combined pattern was found stay lit.",
    "max_pool_1": "Of every 2x2 cells the largest stays: half the side, the strongest answers kept, the exact place forgotten.",
    "conv_2_1": "The kernels now work on pooled maps, so one 3x3 patch sees a larger part of the picture: bits of texture "
                "and shape.",
    "relu_2_1": "ReLU sets the negative answers of the second block to zero; compare how sparse the maps have become.",
    "conv_2_2": "The last convolution gathers textures and shapes into evidence for parts, such as a wheel, a beak or a rim.",
    "relu_2_2": "What is left are the places that count as evidence; an empty map says its pattern is nowhere in the picture.",
    "max_pool_2": "Halved once more: small maps that say roughly where in the picture each pattern is.",
    "flatten": "All maps are laid out in one row, map after map, for the dense layer to weigh.",
    "output": "Each class weighs every number of that row and adds its bias: the sum is the class's logit, its score before "
              "softmax.",
    "softmax": "Softmax turns the logits into probabilities: all positive, adding up to one, the largest logit the most likely.",
}


def module_of(layer):
    """The block a layer is drawn in."""
    block = {"1": "block 1", "2": "block 2"}
    for part in layer.split("_"):
        if part in block:
            return block[part]
    return "classifier"


def build(weights, classes, size, channels=3):
    """The ONNX model of a Tiny VGG with these weights: opset 13, a batch of one, every tensor named after its layer.

    The model computes in the weights' own precision.
    """
    nodes, last = [], "input"

    def add(operator, layer, inputs=(), **attributes):
        nonlocal last
        nodes.append(helper.make_node(operator, [last, *inputs], [layer], name=layer, **attributes))
        last = layer

    for block in (1, 2):
        for step in (1, 2):
            conv = f"conv_{block}_{step}"
            add("Conv", conv, [f"{conv}.weight", f"{conv}.bias"],
                kernel_shape=[3, 3], strides=[1, 1], pads=[0, 0, 0, 0], dilations=[1, 1], group=1)
            add("Relu", f"relu_{block}_{step}")
        add("MaxPool", f"max_pool_{block}", kernel_shape=[2, 2], strides=[2, 2], pads=[0, 0, 0, 0])
    add("Flatten", "flatten", axis=1)
    add("Gemm", "output", ["output.weight", "output.bias"], alpha=1.0, beta=1.0, transA=0, transB=1)
    add("Softmax", "softmax", axis=1)

    precision = numpy_helper.from_array(weights["output.weight"]).data_type
    graph = helper.make_graph(
        nodes, "tiny_vgg",
        [helper.make_tensor_value_info("input", precision, [1, channels, size, size])],
        [helper.make_tensor_value_info("softmax", precision, [1, classes])],
        [numpy_helper.from_array(value, name) for name, value in weights.items()])
    model = helper.make_model(graph, producer_name="train.py", opset_imports=[helper.make_opsetid("", 13)])
    # IR 7 is what opset 13 came with; readers of that age still open it.
    model.ir_version = 7
    onnx.checker.check_model(model, full_check=True)
    return model


def write(path, weights, labels, size, licence, title=None, description=None):
    """Write `path` (ONNX) and the YAML of the same name beside it."""
    model = build(weights, len(labels), size)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString(deterministic=True))
    card = {
        "name": path.stem,
        "title": title or path.stem,
        "description": description or f"A Tiny VGG that tells {len(labels)} classes apart.",
        "licence": licence,
        "labels": labels,
        "input": {
            "layout": "NCHW",
            **data.RECIPE,
            "scale": 1 / 255,
            "mean": [learn.MEAN] * 3,
            "std": [1.0] * 3,
        },
        "layers": {node.name: {"caption": CAPTIONS[node.name], "module": module_of(node.name)} for node in model.graph.node},
    }
    text = yaml.safe_dump(card, sort_keys=False, allow_unicode=True, width=1000, default_flow_style=None)
    path.with_suffix(".yaml").write_text(text, encoding="utf-8")
