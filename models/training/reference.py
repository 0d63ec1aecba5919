"""A forward pass through the exported file in plain numpy.

It shares no code with the training framework and reads the weights and attributes out of the file itself, so when the
two agree, the file holds the network that was trained.
"""

import numpy
import onnx
from onnx import helper, numpy_helper


def conv(x, node, weight, bias):
    """Slide every kernel over `x`, as the node's attributes say; padding would need code that nothing here uses."""
    assert all(p == 0 for p in node["pads"]) and node["strides"] == [1, 1] and node["dilations"] == [1, 1]
    windows = numpy.lib.stride_tricks.sliding_window_view(x, node["kernel_shape"], axis=(2, 3))
    return numpy.einsum("nchwij,ocij->nohw", windows, weight, optimize=True) + bias.reshape(1, -1, 1, 1)


def max_pool(x, node):
    """The largest of every window of 2x2; an odd last row or column is left out."""
    assert node["kernel_shape"] == node["strides"] == [2, 2]
    n, c, h, w = x.shape
    return x[:, :, :h // 2 * 2, :w // 2 * 2].reshape(n, c, h // 2, 2, w // 2, 2).max((3, 5))


def softmax(x):
    raised = numpy.exp(x - x.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def forward(model, pictures, dtype=numpy.float64):
    """Run `N x C x H x W` inputs through the model; return every layer's output by name."""
    weights = {tensor.name: numpy_helper.to_array(tensor).astype(dtype) for tensor in model.graph.initializer}
    values = {model.graph.input[0].name: numpy.asarray(pictures, dtype=dtype)}
    for node in model.graph.node:
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        x = values[node.input[0]]
        parameters = [weights[name] for name in node.input[1:]]
        if node.op_type == "Conv":
            y = conv(x, attributes, *parameters)
        elif node.op_type == "Relu":
            y = numpy.maximum(x, 0)
        elif node.op_type == "MaxPool":
            y = max_pool(x, attributes)
        elif node.op_type == "Flatten":
            y = x.reshape(len(x), -1)
        elif node.op_type == "Gemm":
            y = x @ parameters[0].T + parameters[1]
        elif node.op_type == "Softmax":
            y = softmax(x)
        else:
            raise ValueError(f"{node.name}: the operator {node.op_type} is not one that train.py writes")
        values[node.output[0]] = y
    return values


def load(path):
    return onnx.load(str(path))
