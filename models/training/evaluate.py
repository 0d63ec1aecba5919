"""Measure an exported model on folders of pictures: accuracy, each class's recall and precision, the confusion matrix.

    python3 evaluate.py models/tiny-vgg.onnx photos/val
    python3 evaluate.py models/tiny-vgg.onnx content/images --each

It runs the file itself in plain numpy, so what it measures is what was exported. The folder holds `<class>/` folders, or
pictures named after their class. Tables are Markdown.
"""

import argparse
import pathlib
import sys

import numpy
import yaml
from PIL import Image

import data
import reference

FILTERS = {"box": Image.BOX, "bilinear": Image.BILINEAR, "lanczos": Image.LANCZOS}


def slug(label):
    return label.lower().replace(" ", "-").replace("_", "-")


def read(path, size, resample):
    """A picture over white, resized by one of PIL's filters, as an array in 0..255."""
    picture = Image.open(path).convert("RGBA")
    canvas = Image.new("RGBA", picture.size, "white")
    canvas.alpha_composite(picture)
    return numpy.asarray(canvas.convert("RGB").resize((size, size), resample), dtype=numpy.float64).transpose(2, 0, 1)


def predict(model, card, pictures):
    """The probabilities for pictures in 0..255, prepared as the YAML says."""
    spec = card["input"]
    mean, std = (numpy.array(spec[key]).reshape(1, 3, 1, 1) for key in ("mean", "std"))
    x = (numpy.stack(pictures) * spec["scale"] - mean) / std
    parts = [reference.forward(model, part)["softmax"] for part in numpy.array_split(x, max(1, len(x) // 50))]
    return numpy.concatenate(parts)


def find(root, labels):
    """`(path, target)` of every picture, by its folder's name or by its own."""
    slugs = [slug(label) for label in labels]
    files = []
    for path in data.picture_files(root):
        name = slug(path.parent.name) if path.parent != root else slug(path.stem)
        if name not in slugs:
            raise data.DataError(f"{path}: {name!r} is none of the model's labels")
        files.append((path, slugs.index(name)))
    if not files:
        raise data.DataError(f"{root}: no pictures")
    return files


def print_matrix(labels, targets, predicted):
    """Rows are what the picture shows, columns what the network says."""
    count = len(labels)
    matrix = numpy.bincount(targets * count + predicted, minlength=count * count).reshape(count, count)
    print("| shown \\ predicted | " + " | ".join(labels) + " | recall | precision |")
    print("| --- |" + " ---: |" * (count + 2))
    for i, label in enumerate(labels):
        recall = matrix[i, i] / max(1, matrix[i].sum())
        precision = matrix[i, i] / max(1, matrix[:, i].sum())
        print(f"| {label} | " + " | ".join(str(n) if n else "." for n in matrix[i]) + f" | {recall:.2f} | {precision:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("pictures", type=pathlib.Path)
    parser.add_argument("--filter", choices=FILTERS, default="bilinear", help="how pictures are resized")
    parser.add_argument("--each", action="store_true", help="one line for each picture instead of the matrix")
    args = parser.parse_args()
    try:
        model = reference.load(args.model)
        card = yaml.safe_load(args.model.with_suffix(".yaml").read_text(encoding="utf-8"))
        labels = card["labels"]
        size = model.graph.input[0].type.tensor_type.shape.dim[2].dim_value
        files = find(args.pictures, labels)
        pictures = [read(path, size, FILTERS[args.filter]) for path, _ in files]
    except (data.DataError, OSError) as error:
        sys.exit(f"error: {error}")
    targets = numpy.array([target for _, target in files])
    probabilities = predict(model, card, pictures)
    predicted = probabilities.argmax(1)
    print(f"accuracy {(predicted == targets).mean():.3f} on {len(targets)} pictures ({args.filter})\n")
    if not args.each:
        print_matrix(labels, targets, predicted)
        return
    print("| picture | shows | predicted | probability | of the true class |")
    print("| --- | --- | --- | ---: | ---: |")
    for (path, target), p in zip(files, probabilities):
        best = p.argmax()
        print(f"| {path.relative_to(args.pictures)} | {labels[target]} | {labels[best]} | {p[best]:.3f} | {p[target]:.3f} |")


if __name__ == "__main__":
    main()
