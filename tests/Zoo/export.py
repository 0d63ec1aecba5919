"""Exports networks that people really use, with random weights, for the tests of this folder. Nothing of it is committed.

    /usr/bin/python3 export.py FOLDER [NAME ...]

Needs Debian's python3-torchvision (apt-get install python3-torchvision).
"""

import sys
import warnings
from pathlib import Path

import torch
from torch import nn
from torchvision import models

warnings.filterwarnings("ignore")


class LeNet(nn.Module):
    """LeCun et al. 1998: tanh and average pooling, on 28 x 28 grey."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2))
        self.classifier = nn.Sequential(nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))

    def forward(self, x):
        return self.classifier(torch.flatten(self.features(x), 1))


class UNet(nn.Module):
    """A small segmentation network: down, up by transposed convolution and by interpolation, skips, a class a pixel."""

    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.LeakyReLU(0.1))
        self.second = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, padding=1), nn.PReLU(16))
        self.third = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.SiLU())
        self.up = nn.ConvTranspose2d(32, 16, 2, stride=2)
        self.merge = nn.Sequential(nn.Conv2d(32, 16, 3, padding=1), nn.ELU())
        self.head = nn.Conv2d(24, 4, 1)

    def forward(self, x):
        first = self.first(x)
        second = self.second(first)
        merged = self.merge(torch.cat([self.up(self.third(second)), second], 1))
        wide = nn.functional.interpolate(merged, scale_factor=2, mode="bilinear", align_corners=False)
        return torch.softmax(self.head(torch.cat([wide, first], 1)), 1)


class SuperResolution(nn.Module):
    """A picture in, a picture out: pixel shuffle."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 16, 5, padding=2), nn.ReLU(), nn.Conv2d(16, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 4, 3, padding=1), nn.PixelShuffle(2))

    def forward(self, x):
        return torch.clamp(self.body(x), 0, 1)


class PatchTransformer(nn.Module):
    """A picture in, a transformer inside: what isn't explained must still be shown."""

    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 24, 8, stride=8)
        self.attend = nn.MultiheadAttention(24, 4, batch_first=True)
        self.norm = nn.LayerNorm(24)
        self.head = nn.Linear(24, 10)

    def forward(self, x):
        tokens = self.patch(x).flatten(2).transpose(1, 2)
        tokens = self.norm(tokens + self.attend(tokens, tokens, tokens)[0])
        return self.head(nn.functional.gelu(tokens).mean(1))


class Detector(nn.Module):
    """Two outputs, hard activations, a squeeze-and-excitation gate."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 16, 3, stride=2, padding=1), nn.BatchNorm2d(16), nn.Hardswish(), nn.Conv2d(16, 16, 3, groups=16, padding=1), nn.ReLU6())
        self.gate = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(16, 4, 1), nn.ReLU(), nn.Conv2d(4, 16, 1), nn.Hardsigmoid())
        self.classes = nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(16, 3), nn.Sigmoid())
        self.boxes = nn.Conv2d(16, 4, 1)

    def forward(self, x):
        body = self.body(x)
        body = body * self.gate(body)
        return self.classes(body), self.boxes(body)


class SSD(nn.Module):
    """A single-shot detector (Liu et al. 2016): boxes and classes from maps of three sizes, laid out place by place and joined."""

    def __init__(self):
        super().__init__()
        widths = [8, 16, 16]
        self.backbone = nn.ModuleList(
            nn.Sequential(nn.Conv2d(before, width, 3, 2, 1), nn.BatchNorm2d(width), nn.ReLU())
            for before, width in zip([3, *widths], widths))
        self.boxes = nn.ModuleList(nn.Conv2d(width, 4 * 4, 3, padding=1) for width in widths)
        self.classes = nn.ModuleList(nn.Conv2d(width, 4 * 3, 3, padding=1) for width in widths)

    def forward(self, x):
        boxes, classes = [], []
        for stage, box, kind in zip(self.backbone, self.boxes, self.classes):
            x = stage(x)
            boxes.append(box(x).permute(0, 2, 3, 1).reshape(x.shape[0], -1, 4))
            classes.append(kind(x).permute(0, 2, 3, 1).reshape(x.shape[0], -1, 3))
        return torch.cat(boxes, 1), torch.softmax(torch.cat(classes, 1), -1)


class YOLO(nn.Module):
    """Heads of a YOLO detector on maps of two sizes: anchors on an axis of their own, boxes worked out from a grid in the graph."""

    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, 4, 1), nn.BatchNorm2d(8), nn.SiLU())
        self.second = nn.Sequential(nn.Conv2d(8, 16, 3, 2, 1), nn.BatchNorm2d(16), nn.SiLU())
        self.heads = nn.ModuleList(nn.Conv2d(width, 3 * 8, 1) for width in (8, 16))

    def forward(self, x):
        first = self.first(x)
        found = []
        for maps, head, stride in zip((first, self.second(first)), self.heads, (4, 8)):
            rows, columns = int(maps.shape[2]), int(maps.shape[3])
            cells = head(maps).view(maps.shape[0], 3, 8, rows, columns).permute(0, 1, 3, 4, 2).sigmoid()
            place = torch.stack(torch.meshgrid(torch.arange(columns), torch.arange(rows), indexing="xy"), 2).float() - 0.5
            centre, size, rest = cells.split((2, 2, 4), 4)
            found.append(torch.cat(((centre * 2 + place) * stride, (size * 2) ** 2 * 4 * stride, rest), 4).view(x.shape[0], -1, 8))
        return torch.cat(found, 1)


class SqueezeExcite(nn.Module):
    """A gate a channel (Hu et al. 2018), exported as a function of the file's own."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 16, 3, 2, 1), nn.ReLU())
        self.gate = nn.Sequential(nn.Linear(16, 4), nn.ReLU(), nn.Linear(4, 16), nn.Sigmoid())
        self.head = nn.Linear(16, 10)

    def forward(self, x):
        x = self.body(x)
        x = x * self.gate(x.mean((2, 3))).view(x.shape[0], 16, 1, 1)
        return self.head(x.mean((2, 3)))


def convnext():
    """As deep as ConvNeXt-T (Liu et al. 2022), and narrow."""
    block = models.convnext.CNBlockConfig
    return models.ConvNeXt([block(8, 16, 3), block(16, 24, 3), block(24, 32, 9), block(32, None, 3)], num_classes=10)


LARGE = (1, 3, 224, 224)
FUNCTIONS = ["functions"]
NETWORKS = {
    "lenet": (LeNet, (1, 1, 28, 28)),
    "squeezenet": (models.squeezenet1_1, LARGE),
    "resnet18": (models.resnet18, LARGE),
    "mobilenet": (models.mobilenet_v2, LARGE),
    "shufflenet": (models.shufflenet_v2_x0_5, LARGE),
    "googlenet": (lambda: models.googlenet(aux_logits=False, init_weights=True), LARGE),
    "alexnet": (models.alexnet, LARGE),
    "densenet": (models.densenet121, LARGE),
    "efficientnet": (models.efficientnet_b0, LARGE),
    "mobilenet3": (models.mobilenet_v3_small, LARGE),
    "unet": (UNet, (1, 3, 48, 64)),
    "superresolution": (SuperResolution, (1, 1, 32, 40)),
    "transformer": (PatchTransformer, (1, 3, 32, 32)),
    "detector": (Detector, (1, 3, 40, 40)),
    "ssd": (SSD, (1, 3, 48, 64)),
    "yolo": (YOLO, (1, 3, 64, 64)),
    "convnext": (convnext, (1, 3, 64, 64)),
    "vit": (lambda: models.VisionTransformer(64, 16, 3, 2, 24, 48, num_classes=10), (1, 3, 64, 64)),
    "functions": (SqueezeExcite, (1, 3, 32, 32)),
}


def export(name, folder):
    torch.manual_seed(0)
    make, shape = NETWORKS[name]
    network = make().eval()
    # A network whose norms have seen nothing gives values that vanish: let them see a little noise.
    with torch.no_grad():
        norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
        for module in norms:
            module.train()
        network(torch.randn(2, *shape[1:]))
        for module in norms:
            module.eval()
    keep = torch.onnx.TrainingMode.PRESERVE if name in ("unet", "detector") else torch.onnx.TrainingMode.EVAL
    torch.onnx.export(
        network, torch.zeros(shape), folder / f"{name}.onnx", input_names=["image"], dynamic_axes={"image": {0: "batch"}},
        training=keep, do_constant_folding=keep == torch.onnx.TrainingMode.EVAL,
        **({"opset_version": 15, "export_modules_as_functions": True} if name in FUNCTIONS else {}))
    return network.eval()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for wanted in sys.argv[2:] or NETWORKS:
        export(wanted, target)
