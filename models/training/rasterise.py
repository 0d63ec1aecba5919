"""Rasterise drawn pictures out of Iconify packages into a folder of class folders.

    npm pack @iconify-json/twemoji ...       (one tarball for each set that drawn.yaml names)
    python3 rasterise.py PACKAGES_DIR drawn.yaml --out drawn --held-out drawn-val

An Iconify package holds a whole set of drawings as SVG bodies in one JSON file. Which icon shows which class is
not something a program can know, so drawn.yaml says it. Needs `rsvg-convert` (librsvg).
"""

import argparse
import io
import json
import pathlib
import subprocess
import sys
import tarfile

import numpy
import yaml
from PIL import Image


def read_set(packages, name):
    """Return the icons.json of the set `name` from its npm tarball in `packages`."""
    tarballs = [t for t in packages.glob(f"iconify-json-{name}-*.tgz") if t.name[len(f"iconify-json-{name}-")].isdigit()]
    if len(tarballs) != 1:
        sys.exit(f"error: {packages}: expected one tarball of @iconify-json/{name}, found {len(tarballs)}; "
                 f"run `npm pack @iconify-json/{name}` there")
    with tarfile.open(tarballs[0]) as tar:
        return json.load(tar.extractfile("package/icons.json"))


def to_svg(icons, name):
    """Wrap one icon's body in an svg element with its own view box."""
    icon = icons["icons"].get(name)
    if icon is None:
        raise KeyError(name)
    width = icon.get("width", icons.get("width", 16))
    height = icon.get("height", icons.get("height", 16))
    left, top = icon.get("left", 0), icon.get("top", 0)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="{left} {top} {width} {height}">{icon["body"]}</svg>')


def rasterise(svg, size):
    """Draw an SVG document into a transparent square of `size` pixels, its proportions kept."""
    command = ["rsvg-convert", "-w", str(size), "-h", str(size), "--keep-aspect-ratio"]
    png = subprocess.run(command, input=svg.encode(), stdout=subprocess.PIPE, check=True).stdout
    drawing = Image.open(io.BytesIO(png)).convert("RGBA")
    square = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    square.paste(drawing, ((size - drawing.width) // 2, (size - drawing.height) // 2))
    return square


def rotate_hue(picture, degrees):
    """Turn every hue by `degrees`: a green pepper becomes a red one. Greys, whites and blacks stay."""
    hsv = numpy.array(picture.convert("RGB").convert("HSV"))
    hsv[..., 0] += numpy.uint8(round(degrees / 360 * 256) % 256)
    turned = Image.fromarray(hsv, "HSV").convert("RGB")
    turned.putalpha(picture.getchannel("A"))
    return turned


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packages", type=pathlib.Path, help="folder with the npm tarballs")
    parser.add_argument("mapping", type=pathlib.Path, help="drawn.yaml: which icon shows which class")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("drawn"), help="drawings to train on")
    parser.add_argument("--held-out", type=pathlib.Path, default=pathlib.Path("drawn-val"), help="drawings never trained on")
    parser.add_argument("--size", type=int, default=96, help="side of the pictures in pixels")
    args = parser.parse_args()

    mapping = yaml.safe_load(args.mapping.read_text(encoding="utf-8"))
    for part, out in (("train", args.out), ("held_out", args.held_out)):
        count = 0
        for set_name, classes in mapping[part].items():
            icons = read_set(args.packages, set_name)
            for class_name, names in classes.items():
                folder = out / class_name
                folder.mkdir(parents=True, exist_ok=True)
                hues = mapping["hues"].get(class_name, [0]) if part == "train" else [0]
                for name in names:
                    try:
                        drawing = rasterise(to_svg(icons, name), args.size)
                    except KeyError:
                        sys.exit(f"error: {args.mapping}: the set {set_name} has no icon {name!r}")
                    for hue in hues:
                        picture = rotate_hue(drawing, hue) if hue else drawing
                        picture.save(folder / f"{set_name}-{name}-{hue:03d}.png")
                        count += 1
        print(f"{out}: {count} pictures")


if __name__ == "__main__":
    main()
