"""Train CNN Explainer's Tiny VGG on a folder of pictures, and export it as ONNX with a YAML beside it.

    python3 train.py DATA_DIR --out models/my.onnx

DATA_DIR holds one folder of pictures for each class (a tenth is held out for validation), or `train/` and `val/` with
such folders in them. Pictures may be JPEG, PNG or WebP of any size, grey or in colour. Needs torch, onnx, numpy, PIL and
yaml; `apt-get install python3-torch python3-onnx python3-pil python3-numpy python3-yaml` on Debian.
"""

import argparse
import dataclasses
import pathlib
import sys
import time

import numpy
import torch

import data
import export
import history
import reference
from learn import Settings, accuracy, learn, normalise
from network import Teacher, TinyVgg


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, metavar="DATA_DIR", help="<class>/ folders, or train/ and val/ with them")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("models/my.onnx"), help="the model to write")
    parser.add_argument("--epochs", type=int, default=60, help="passes over the pictures (default 60)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed and threads give the same run on the same machine")
    parser.add_argument("--size", type=int, default=64, help="side of the input in pixels (default 64)")
    parser.add_argument("--rate", type=float, default=8e-3, help="highest learning rate of the cycle")
    parser.add_argument("--batch", type=int, default=64, help="pictures in a batch")
    parser.add_argument("--val-share", type=float, default=0.1, help="share held out where there is no val/ folder")
    parser.add_argument("--classes", type=lambda text: text.split(","),
                        help="folder names in the order of the outputs, with commas (default: sorted)")
    parser.add_argument("--drawn", type=pathlib.Path, help="<class>/ folders of drawings with transparency, to train on")
    parser.add_argument("--drawn-share", type=float, default=0.25, help="share of drawings in a batch")
    parser.add_argument("--drawn-val", type=pathlib.Path, help="<class>/ folders of drawings to report on, never to train on")
    parser.add_argument("--teacher-epochs", type=int, default=0,
                        help="first train a larger network for so many epochs, and learn from its answers (default: don't)")
    parser.add_argument("--teacher-file", type=pathlib.Path, help="keep the teacher here, and use it if it is there already")
    parser.add_argument("--soft-share", type=float, default=0.8, help="how much the teacher's answers count against the labels")
    parser.add_argument("--temperature", type=float, default=3.0, help="how far the teacher's answers are softened")
    parser.add_argument("--keep", type=lambda text: [int(part) for part in text.split(",")],
                        help="keep the network after these epochs, with commas (0: before the first), for the chapter on learning")
    parser.add_argument("--plain-too", action="store_true",
                        help="with --keep: train once more without random changes, to record how such a network overfits")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    parser.add_argument("--title", help="title for the YAML")
    parser.add_argument("--description", help="description for the YAML")
    parser.add_argument("--licence", default="not stated", help="licence for the YAML")
    args = parser.parse_args(arguments)
    if args.epochs < 1 or args.batch < 2 or args.teacher_epochs < 0:
        parser.error("--epochs must be at least 1, --batch at least 2, --teacher-epochs at least 0")
    if not 0 < args.val_share < 1 or not 0 <= args.drawn_share < 1 or not 0 <= args.soft_share <= 1:
        parser.error("shares must lie between 0 and 1")
    if args.keep and not all(0 <= epoch <= args.epochs for epoch in args.keep):
        parser.error(f"--keep: epochs from 0 to {args.epochs}")
    if args.out.suffix != ".onnx":
        parser.error("--out must end in .onnx")
    return args


def get_teacher(args, classes, photos, drawings, val, drawn_val):
    """Train the larger network, or read it from the file an earlier run kept."""
    if not args.teacher_epochs:
        return None
    torch.manual_seed(args.seed)
    teacher = Teacher(len(classes))
    if args.teacher_file and args.teacher_file.exists():
        try:
            teacher.load_state_dict(torch.load(args.teacher_file, weights_only=True))
        except Exception:  # an unpickler fails in a dozen ways on a file that isn't its own
            raise data.DataError(f"{args.teacher_file}: not a teacher of {len(classes)} classes; delete it to train one") from None
        teacher.eval()
        print(f"teacher from {args.teacher_file}: val {accuracy(teacher, val.pixels, val.targets):.3f}")
        return teacher
    settings = Settings(args.teacher_epochs, rate=4e-3, batch=args.batch, drawn_share=args.drawn_share, decay=1e-3)
    teacher = learn("teacher", teacher, photos, drawings, val, drawn_val, settings, args.seed)
    if args.teacher_file:
        torch.save(teacher.state_dict(), args.teacher_file)
    return teacher


def on_white(drawings, size):
    """Drawings (premultiplied RGBA bytes) as the site shows them: over white."""
    flat = drawings.pixels[:, :3].int() + 255 - drawings.pixels[:, 3:].int()
    return data.Pictures(flat.clamp(0, 255).to(torch.uint8), drawings.targets)


def check_export(path, model, pictures):
    """Compare the file with the trained network; folding and rounding to single precision may move the last digits."""
    x = normalise(pictures.pixels[:50].float() / 255)
    with torch.no_grad():
        expected = torch.softmax(model(x), 1).numpy()
    found = reference.forward(reference.load(path), x.numpy())["softmax"]
    worst = float(numpy.abs(expected - found).max())
    if worst > 1e-4:
        raise data.DataError(f"{path}: the exported network differs from the trained one by {worst:.1e}")
    print(f"{path}: equals the trained network to {worst:.1e}")


def run(args):
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    started = time.monotonic()
    classes, photos, val = data.load(args.data, args.size, args.classes, args.val_share, args.seed)
    print(f"{len(classes)} classes, {len(photos)} pictures to train on, {len(val)} to validate")
    drawings = drawn_val = None
    if args.drawn:
        drawings = data.load_drawn(args.drawn, classes, args.size * 3 // 2)
        print(f"{len(drawings)} drawings to lay on random backgrounds")
    if args.drawn_val:
        drawn_val = on_white(data.load_drawn(args.drawn_val, classes, args.size), args.size)

    try:
        model = TinyVgg(len(classes), args.size)
    except ValueError as error:
        raise data.DataError(f"--size: {error}") from None
    teacher = get_teacher(args, classes, photos, drawings, val, drawn_val)
    torch.manual_seed(args.seed)
    model = TinyVgg(len(classes), args.size)
    settings = Settings(args.epochs, args.rate, args.batch, args.drawn_share, soft_share=args.soft_share,
                        temperature=args.temperature)
    labels = [name.replace("-", " ").replace("_", " ") for name in classes]
    kept = None
    if args.keep:
        kept = history.History(args.out.with_suffix(".history"), args.keep, labels, args.size, photos, val, settings, args.seed)
    model = learn("tiny-vgg", model, photos, drawings, val, drawn_val, settings, args.seed, teacher, kept)
    if kept and args.plain_too:
        torch.manual_seed(args.seed)
        learn("plain", TinyVgg(len(classes), args.size), photos, None, val, drawn_val, dataclasses.replace(settings, changes=False),
              args.seed, history=kept.plain())

    export.write(args.out, model.folded(), labels, args.size, args.licence, args.title, args.description)
    check_export(args.out, model, val)
    print(f"{args.out}: val {accuracy(model, val.pixels, val.targets):.3f}, {time.monotonic() - started:.0f} s")


def main(arguments=None):
    try:
        run(parse(arguments))
    except (data.DataError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; nothing was written", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
