"""Folders of pictures, read into tensors once.

A data set of a few thousand small pictures fits in memory as bytes, so every epoch works on tensors and never
reads a file again.
"""

import dataclasses
import pathlib
import random
import sys

import numpy
import torch
from PIL import Image, ImageOps

# What read_picture does, in the words of the YAML beside a model, so that the network is fed as it was trained.
RECIPE = {
    "orientation": "apply", "alpha": "composite", "background": "#ffffff", "resize": "stretch", "filter": "bilinear", "channels": "RGB",
}

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


class DataError(Exception):
    """A folder or a picture that can't be used; the message is meant for the person who named it."""


@dataclasses.dataclass
class Pictures:
    """Pictures of one size, `N x channels x size x size` bytes, with the index of each one's class."""
    pixels: torch.Tensor
    targets: torch.Tensor

    def __len__(self):
        return len(self.targets)


def class_folders(root):
    """The names of the folders in `root`, sorted; hidden ones left out."""
    if not root.exists():
        raise DataError(f"{root}: no such folder")
    if not root.is_dir():
        raise DataError(f"{root}: this is a file; expected a folder with one folder of pictures for each class")
    return sorted(entry.name for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith("."))


def picture_files(folder):
    """The pictures of a folder and of the folders in it, sorted by path."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES)


def read_picture(path, size, mode):
    """Read one picture, stretched to `size`, as a `channels x size x size` array of bytes.

    Mode "RGB" lays transparent parts on white and makes three equal channels out of a grey picture. Mode "RGBA" keeps
    the transparency, and multiplies it into the colours so that resizing can't bleed colours of invisible pixels.
    PIL's bilinear filter averages over the whole source area when it shrinks, so nothing aliases.
    """
    with Image.open(path) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    picture = picture.convert("RGBa")
    if mode == "RGBA":
        pixels = numpy.asarray(picture.resize((size, size), Image.BILINEAR), dtype=numpy.uint8)
    else:
        # Premultiplied colours over white: colour + (1 - alpha) * white.
        colours = numpy.asarray(picture, dtype=numpy.uint16)
        flat = numpy.minimum(colours[..., :3] + 255 - colours[..., 3:], 255).astype(numpy.uint8)
        pixels = numpy.asarray(Image.fromarray(flat, "RGB").resize((size, size), Image.BILINEAR))
    return pixels.transpose(2, 0, 1).copy()


def read_files(files, size, mode="RGB"):
    """Read `(path, target)` pairs; a picture that can't be read is named on standard error and left out."""
    pixels, targets = [], []
    for path, target in files:
        try:
            pixels.append(read_picture(path, size, mode))
            targets.append(target)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            print(f"warning: {path}: left out, can't be read as a picture ({error})", file=sys.stderr)
    if not pixels:
        raise DataError("none of the pictures could be read")
    return Pictures(torch.from_numpy(numpy.stack(pixels)), torch.tensor(targets))


def list_files(root, classes):
    """`(path, target)` for every picture in `root/<class>/`; every class must have at least one."""
    files = []
    for target, name in enumerate(classes):
        found = picture_files(root / name) if (root / name).is_dir() else []
        if not found:
            raise DataError(f"{root / name}: no pictures of this class ({', '.join(sorted(SUFFIXES))})")
        files += [(path, target) for path in found]
    return files


def split(files, share, seed):
    """Hold `share` of every class out for validation, at least one picture, chosen by `seed`."""
    shuffled = random.Random(seed)
    train, val = [], []
    for target in sorted({target for _, target in files}):
        mine = [file for file in files if file[1] == target]
        if len(mine) < 2:
            raise DataError(f"{mine[0][0].parent}: one picture is not enough; training needs one and validation another")
        shuffled.shuffle(mine)
        held_out = max(1, min(len(mine) - 1, round(share * len(mine))))
        val += mine[:held_out]
        train += mine[held_out:]
    return train, val


def load(root, size, classes=None, val_share=0.1, seed=0):
    """Read a data set and return `(classes, training pictures, validation pictures)`.

    `root` holds `train/<class>/` and `val/<class>/`, or just `<class>/`, of which `val_share` is then held out.
    `classes` gives the order of the network's outputs; without it the folders' names, sorted, do.
    """
    root = pathlib.Path(root)
    names = class_folders(root)
    is_split = "train" in names and bool(class_folders(root / "train"))
    train_root = root / "train" if is_split else root
    found = class_folders(train_root)
    classes = classes or found
    if len(classes) < 2:
        raise DataError(f"{train_root}: expected at least two folders, one for each class, found {len(found)}")
    for name in classes:
        if name not in found:
            raise DataError(f"{train_root}: no folder {name!r} for the class of that name; there are: {', '.join(found)}")
    if len(set(classes)) != len(classes):
        raise DataError("a class is named twice")

    files = list_files(train_root, classes)
    if is_split and "val" in names:
        val_files = list_files(root / "val", classes)
    else:
        files, val_files = split(files, val_share, seed)
    return classes, read_files(files, size), read_files(val_files, size)


def load_drawn(root, classes, size):
    """Read drawings with a transparent background, `root/<class>/`; a class may have none."""
    root = pathlib.Path(root)
    found = class_folders(root)
    unknown = [name for name in found if name not in classes]
    if unknown:
        raise DataError(f"{root}: {', '.join(unknown)}: not among the classes ({', '.join(classes)})")
    files = [(path, classes.index(name)) for name in found for path in picture_files(root / name)]
    if not files:
        raise DataError(f"{root}: no drawings in the folders of the classes")
    return read_files(files, size, "RGBA")
