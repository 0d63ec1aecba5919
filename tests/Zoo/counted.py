"""Exports networks whose weights are counted, small, with weights that all differ, and writes PyTorch's own count of each to counts.json.

    /usr/bin/python3 counted.py FOLDER

Needs Debian's python3-torchvision (apt-get install python3-torchvision).
"""

import json
import sys
import warnings
from pathlib import Path

import torch
from torch import nn
from torchvision.models.convnext import CNBlockConfig, ConvNeXt
from torchvision.models.swin_transformer import SwinTransformer
from torchvision.models.vision_transformer import VisionTransformer

warnings.filterwarnings("ignore")


class Rows(nn.Module):
    """A head that reads the rows of the maps one after the other."""

    def __init__(self):
        super().__init__()
        self.maps = nn.Conv2d(3, 8, 3, padding=1)
        self.read = nn.LSTM(256, 16, batch_first=True, bidirectional=True)
        self.head = nn.Linear(32, 4)

    def forward(self, x):
        rows = torch.relu(self.maps(x)).permute(0, 2, 1, 3).flatten(2)
        return self.head(self.read(rows)[0][:, -1])


class Tied(nn.Module):
    """One convolution four times, and a matrix there and back."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 8, 1)
        self.again = nn.Conv2d(8, 8, 3, padding=1)
        self.matrix = nn.Parameter(torch.empty(8, 8))
        self.head = nn.Linear(8, 4)

    def forward(self, x):
        x = self.first(x)
        for _ in range(4):
            x = torch.relu(self.again(x))
        x = x.mean((2, 3))
        return self.head(torch.relu(x @ self.matrix) @ self.matrix.t())


NETWORKS = {
    "convnext": lambda: ConvNeXt([CNBlockConfig(8, 16, 2), CNBlockConfig(16, None, 2)], num_classes=5),
    "vit": lambda: VisionTransformer(32, 8, num_layers=2, num_heads=2, hidden_dim=16, mlp_dim=32, num_classes=5),
    "swin": lambda: SwinTransformer([2, 2], 8, [2, 2], [2, 4], [4, 4], num_classes=5),
    "rows": Rows,
    "tied": Tied,
}


def export(name, folder):
    torch.manual_seed(0)
    network = NETWORKS[name]().eval()
    # What is equal would become one tensor in the file: no two weights may be.
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.1)
    # Folding would write what is computed of a weight beside it, and in its place.
    torch.onnx.export(network, torch.zeros(1, 3, 32, 32), folder / f"{name}.onnx", input_names=["image"], opset_version=14, do_constant_folding=False)
    return sum(parameter.numel() for parameter in network.parameters())


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    (target / "counts.json").write_text(json.dumps({name: export(name, target) for name in NETWORKS}))
