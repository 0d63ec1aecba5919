"""The Tiny VGG of CNN Explainer, and the larger network it can learn from.

Tiny VGG has two blocks of two 3x3 convolutions and a 2x2 max-pool, ten units to a convolution, no padding, and one
dense layer: 19,920 weights and biases at 64x64 and ten classes.
"""

import torch
from torch import nn

UNITS = 10


def features_side(size):
    """The side of the last activation maps: each block takes 2 off twice, then halves."""
    for _ in range(2):
        size = (size - 4) // 2
    return size


class TinyVgg(nn.Module):
    """Tiny VGG with batch normalisation while it trains.

    Normalisation makes so small a network train fast and leaves no unit dead. It is a constant scale and shift for each
    unit afterwards, and `folded` multiplies it into the convolutions: the network that is exported has none.
    """

    CONVOLUTIONS = ("conv_1_1", "conv_1_2", "conv_2_1", "conv_2_2")

    def __init__(self, classes, size, channels=3):
        super().__init__()
        if features_side(size) < 1:
            raise ValueError(f"pictures of {size} pixels are too small; two blocks without padding need 16")
        inputs = channels
        for name in self.CONVOLUTIONS:
            setattr(self, name, nn.Conv2d(inputs, UNITS, 3))
            setattr(self, "norm" + name[4:], nn.BatchNorm2d(UNITS))
            inputs = UNITS
        self.output = nn.Linear(UNITS * features_side(size) ** 2, classes)

    def forward(self, x):
        for name in self.CONVOLUTIONS:
            x = torch.relu(getattr(self, "norm" + name[4:])(getattr(self, name)(x)))
            if name.endswith("_2"):
                x = torch.max_pool2d(x, 2)
        return self.output(x.flatten(1))

    def folded(self):
        """The weights of the plain network, by name: normalisation folded into each convolution, in double precision."""
        weights = {}
        for name in self.CONVOLUTIONS:
            conv, norm = getattr(self, name), getattr(self, "norm" + name[4:])
            gain = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
            weights[f"{name}.weight"] = conv.weight.double() * gain.view(-1, 1, 1, 1)
            weights[f"{name}.bias"] = (conv.bias.double() - norm.running_mean.double()) * gain + norm.bias.double()
        weights["output.weight"] = self.output.weight
        weights["output.bias"] = self.output.bias
        return {name: value.detach().float().numpy() for name, value in weights.items()}


class Residual(nn.Module):
    """Two 3x3 convolutions with a shortcut past them; the first may halve the side."""

    def __init__(self, inputs, units, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, units, 3, stride, 1, bias=False), nn.BatchNorm2d(units), nn.ReLU(),
            nn.Conv2d(units, units, 3, 1, 1, bias=False), nn.BatchNorm2d(units))
        self.shortcut = nn.Sequential() if stride == 1 and inputs == units else nn.Sequential(
            nn.AvgPool2d(stride, ceil_mode=True), nn.Conv2d(inputs, units, 1, bias=False), nn.BatchNorm2d(units))

    def forward(self, x):
        return torch.relu(self.body(x) + self.shortcut(x))


class Teacher(nn.Module):
    """A small residual network. It only ever teaches: its answers, not its weights, reach Tiny VGG."""

    def __init__(self, classes, channels=3, width=24):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(channels, width, 5, 2, 2, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
            Residual(width, width, 1), Residual(width, 2 * width, 2), Residual(2 * width, 4 * width, 2),
            Residual(4 * width, 8 * width, 2),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(8 * width, classes))

    def forward(self, x):
        return self.layers(x)
