"""Train a network for one epoch on a small made-up set and say what the trainer's own reader and network make of some pictures.

    /usr/bin/python3 trained.py TRAINING_FOLDER FOLDER

Writes net.onnx, net.yaml, pictures/ and expected.json (of each picture its input and its probabilities) into FOLDER.
"""

import json
import pathlib
import sys

import numpy
from PIL import Image, ImageDraw

SIZE = 32


def draw(kind, number):
    """A disc or a bar on a shaded ground with grain, of another size each time; some with a transparent part."""
    dice = numpy.random.default_rng(100 * kind + number)
    width, height = 41 + 13 * number, 90 - 5 * number
    shade = numpy.linspace(30, 200, width)[None, :, None] + dice.integers(0, 50, (height, width, 3))
    picture = Image.fromarray(numpy.clip(shade, 0, 255).astype(numpy.uint8), "RGB").convert("RGBA")
    brush = ImageDraw.Draw(picture)
    box = (width // 5, height // 4, width * 4 // 5, height * 3 // 4)
    (brush.ellipse if kind else brush.rectangle)(box, fill=(220 - 60 * kind, 40 + 90 * kind, 60, 255 - 90 * (number % 2)))
    return picture


def main(training, folder):
    sys.path.insert(0, str(training))
    import data
    import learn
    import reference
    import torch
    import train

    for kind, name in enumerate(("bar", "disc")):
        (folder / "set" / name).mkdir(parents=True)
        for number in range(8):
            draw(kind, number).save(folder / "set" / name / f"{number}.png")
    code = train.main([str(folder / "set"), "--out", str(folder / "net.onnx"), "--epochs", "1", "--size", str(SIZE), "--threads", "1"])
    if code:
        return code

    (folder / "pictures").mkdir()
    turned = Image.Exif()
    turned[0x0112] = 6
    draw(0, 3).save(folder / "pictures" / "seen-through.png")
    draw(1, 9).convert("RGB").save(folder / "pictures" / "turned.webp", lossless=True, exif=turned)
    draw(1, 4).convert("RGB").save(folder / "pictures" / "turned-too.png", exif=turned)
    draw(0, 2).convert("L").save(folder / "pictures" / "grey.png")
    draw(1, 0).resize((20, 25)).save(folder / "pictures" / "small.png")
    model = reference.load(folder / "net.onnx")
    expected = {}
    for path in sorted((folder / "pictures").iterdir()):
        pixels = torch.from_numpy(data.read_picture(path, SIZE, "RGB"))
        inputs = learn.normalise(pixels.float() / 255)[None].numpy()
        answer = reference.forward(model, inputs)["softmax"][0]
        expected[path.stem] = {"input": inputs.ravel().tolist(), "probabilities": answer.tolist()}
    (folder / "expected.json").write_text(json.dumps(expected))
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
