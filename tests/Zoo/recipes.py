"""Prepare twelve made-up photographs as the libraries do that the presets are named after, and run three networks on them.

    /usr/bin/python3 recipes.py FOLDER

Writes photographs/, a network NAME.onnx each and, for each preset and photograph, PRESET-PHOTOGRAPH.input (single precision);
PRESET-NETWORK-PHOTOGRAPH.output holds the probabilities. Keras isn't in Debian: load_img is PIL's nearest filter, and
preprocess_input is written out.
"""

import pathlib
import sys
import warnings

import numpy
import torch
from PIL import Image
from torchvision import models, transforms

import export

warnings.filterwarnings("ignore")
SIZES = [(640, 427), (427, 640), (500, 333), (333, 500), (256, 256), (224, 224), (67, 64), (1024, 311), (300, 801), (230, 229), (900, 900), (150, 200)]
MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def photograph(number):
    """Slow light, soft and hard edges, fine texture and grain, as a lens and a sensor give them."""
    width, height = SIZES[number]
    dice = numpy.random.default_rng(number)
    y, x = numpy.mgrid[:height, :width] / max(width, height)
    planes = []
    for channel in range(3):
        light = 120 + 70 * numpy.sin(3 * x + channel + number) * numpy.cos(2 * y)
        disc = 90 / (1 + numpy.exp(60 * (numpy.hypot(x - 0.4, y - 0.3) - 0.18))) * (1 - channel / 2)
        stripes = 40 * (numpy.sin(90 * (x + (number % 3) * y)) > 0) * (x > 0.6)
        planes.append(light + disc + stripes + 12 * numpy.sin(400 * x * y) + dice.normal(0, 6, (height, width)))
    return Image.fromarray(numpy.clip(numpy.stack(planes, -1), 0, 255).astype(numpy.uint8))


def tensor(*steps):
    return transforms.Compose([*steps, transforms.ToTensor(), transforms.Normalize(MEAN, STD)])


def keras(prepare):
    return lambda picture: torch.from_numpy(prepare(numpy.asarray(picture.resize((224, 224), Image.NEAREST), dtype=numpy.float32)).transpose(2, 0, 1).copy())


BICUBIC = transforms.InterpolationMode.BICUBIC
PRESETS = {
    "torchvision": tensor(transforms.Resize(256), transforms.CenterCrop(224)),
    "torchvision-232": tensor(transforms.Resize(232), transforms.CenterCrop(224)),
    "timm": tensor(transforms.Resize(int(224 / 0.875), interpolation=BICUBIC), transforms.CenterCrop(224)),
    "caffe": keras(lambda x: x[..., ::-1] - numpy.float32([103.939, 116.779, 123.68])),
    "tf": keras(lambda x: x / numpy.float32(127.5) - 1),
    "torch": keras(lambda x: (x / numpy.float32(255) - numpy.float32(MEAN)) / numpy.float32(STD)),
}
DIGITS = transforms.Compose([transforms.Resize((28, 28)), transforms.Grayscale(), transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
NETWORKS = {"squeezenet": PRESETS, "shufflenet": PRESETS, "lenet": {"mnist": DIGITS}}


def main(folder):
    torch.set_num_threads(1)
    (folder / "photographs").mkdir(parents=True)
    pictures = []
    for number in range(len(SIZES)):
        path = folder / "photographs" / f"{number}.{'png' if number % 2 else 'jpg'}"
        photograph(number).save(path, **({} if number % 2 else {"quality": 92}))
        pictures.append(Image.open(path).convert("RGB"))
    for name, presets in NETWORKS.items():
        network = export.export(name, folder)
        for preset, prepare in presets.items():
            inputs = torch.stack([prepare(picture) for picture in pictures])
            with torch.no_grad():
                answers = torch.softmax(network(inputs), 1)
            for number in range(len(pictures)):
                (folder / f"{preset}-{number}.input").write_bytes(inputs[number].numpy().tobytes())
                (folder / f"{preset}-{name}-{number}.output").write_bytes(answers[number].numpy().tobytes())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
