"""What a run keeps of its way: losses and accuracies of every epoch, and the network as it was after some of them.

The site builds its chapter on learning from this folder: `history.yaml` and, for each kept epoch, the network as ONNX.
A checkpoint is an ordinary model, so the site runs it like any other and needs no format of its own. Its weights are in
half precision, which halves the files; every number on the site is computed from the rounded weights.
"""

import pathlib

import torch
import torch.nn.functional as F
import yaml

import export
from learn import normalise

FILE = "history.yaml"
DIGITS = 4


class History:
    """The record of one run, written by and by, so that a run that is stopped leaves what it has learned so far."""

    def __init__(self, folder, keep, labels, size, photos, val, settings, seed):
        self.folder, self.keep, self.labels, self.size = pathlib.Path(folder), set(keep), labels, size
        # Of the training pictures, as many as there are held out: both are measured alike, without random changes.
        chosen = torch.randperm(len(photos), generator=torch.Generator().manual_seed(seed))[:len(val)]
        self.measured = {"training": (photos.pixels[chosen], photos.targets[chosen]), "held_out": (val.pixels, val.targets)}
        self.record = {"rate": settings.rate, "batch": settings.batch, "pictures": len(photos), "measured": len(val), "seed": seed,
                       **self.empty(), "checkpoints": []}
        self.curves = self.record

    def empty(self):
        """Curves without a point yet."""
        return {key: {name: [] for name in self.measured} for key in ("loss", "accuracy")}

    def plain(self):
        """From now on the curves of a second run, of which no network is kept."""
        self.curves = self.record["plain"] = self.empty()
        self.keep = set()
        return self

    def after(self, epoch, model):
        """Measure the network after an epoch (0: before the first step), and keep it if it is to be kept."""
        for name, (pixels, targets) in self.measured.items():
            loss, right = measure(model, pixels, targets)
            self.curves["loss"][name].append(round(loss, DIGITS))
            self.curves["accuracy"][name].append(round(right, DIGITS))
        self.folder.mkdir(parents=True, exist_ok=True)
        if epoch in self.keep:
            file = f"epoch-{epoch:03}.onnx"
            half = {name: value.astype("float16") for name, value in model.folded().items()}
            built = export.build(half, len(self.labels), self.size)
            (self.folder / file).write_bytes(built.SerializeToString(deterministic=True))
            self.record["checkpoints"].append({"epoch": epoch, "file": file})
        text = yaml.safe_dump(self.record, sort_keys=False, width=120, default_flow_style=None)
        (self.folder / FILE).write_text("# What train.py measured after each epoch, the first number before any.\n" + text,
                                                  encoding="utf-8")


def measure(model, pixels, targets):
    """The mean cross-entropy and the share of right answers, on pictures (bytes) as they are."""
    model.eval()
    loss = right = 0
    with torch.no_grad():
        for part, target in zip(pixels.split(250), targets.split(250)):
            logits = model(normalise(part.float() / 255))
            loss += F.cross_entropy(logits, target, reduction="sum").item()
            right += (logits.argmax(1) == target).sum().item()
    return loss / len(targets), right / len(targets)
