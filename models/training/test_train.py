"""Smoke test: two classes of coloured squares, one epoch, a valid model. Run with `python3 test_train.py`."""

import contextlib
import io
import pathlib
import random
import tempfile
import unittest

import numpy
import onnx
import yaml
from onnx import numpy_helper
from PIL import Image

import data
import reference
import train


def make_squares(root, colours, count=12):
    """Folders of noisy one-coloured pictures, in different sizes, modes and formats."""
    dice = random.Random(0)
    for name, colour in colours.items():
        (root / name).mkdir(parents=True)
        for i in range(count):
            picture = Image.new("RGB", (40 + i, 30), tuple(c + dice.randrange(40) for c in colour))
            suffix = ("png", "jpg", "webp")[i % 3]
            picture.convert("L" if i == 0 else "RGB").save(root / name / f"{i}.{suffix}")


def call(*arguments):
    """Run train.py's main; return its exit code, output and errors."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = train.main([str(a) for a in arguments])
    return code, out.getvalue(), err.getvalue()


class TrainTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def test_trains_and_exports_the_same_bytes_twice(self):
        make_squares(self.root / "data", {"red-things": (200, 20, 20), "blue": (20, 20, 200)})
        for out in ("a", "b"):
            code, output, errors = call(self.root / "data", "--out", self.root / out / "my.onnx", "--epochs", 1, "--size", 32)
            self.assertEqual((code, errors), (0, ""))
            self.assertIn("epoch 1/1", output)
        first = (self.root / "a/my.onnx").read_bytes()
        self.assertEqual(first, (self.root / "b/my.onnx").read_bytes())

        model = onnx.load(str(self.root / "a/my.onnx"))
        self.assertEqual([node.name for node in model.graph.node], [
            "conv_1_1", "relu_1_1", "conv_1_2", "relu_1_2", "max_pool_1",
            "conv_2_1", "relu_2_1", "conv_2_2", "relu_2_2", "max_pool_2", "flatten", "output", "softmax"])
        values = reference.forward(model, numpy.zeros((1, 3, 32, 32)))
        self.assertEqual(values["flatten"].shape, (1, 10 * 5 * 5))
        self.assertAlmostEqual(values["softmax"].sum(), 1)
        card = yaml.safe_load((self.root / "a/my.yaml").read_text(encoding="utf-8"))
        self.assertEqual(card["labels"], ["blue", "red things"])
        self.assertEqual({key: card["input"][key] for key in data.RECIPE}, data.RECIPE)

    def test_keeps_its_way(self):
        make_squares(self.root / "data", {"a": (200, 20, 20), "b": (20, 20, 200)})
        code, _, errors = call(self.root / "data", "--out", self.root / "my.onnx", "--epochs", 2, "--size", 32, "--keep", "0,2", "--plain-too")
        self.assertEqual((code, errors), (0, ""))
        record = yaml.safe_load((self.root / "my.history/history.yaml").read_text(encoding="utf-8"))
        self.assertEqual([kept["epoch"] for kept in record["checkpoints"]], [0, 2])
        for curves in (record, record["plain"]):
            for key in ("loss", "accuracy"):
                self.assertEqual([len(curves[key][name]) for name in ("training", "held_out")], [3, 3])
        last = onnx.load(str(self.root / "my.history" / record["checkpoints"][-1]["file"]))
        made = onnx.load(str(self.root / "my.onnx"))
        for half, single in zip(last.graph.initializer, made.graph.initializer):
            numpy.testing.assert_allclose(numpy_helper.to_array(half), numpy_helper.to_array(single), rtol=1e-3, atol=1e-7)

    def test_bad_folders_get_one_line_and_no_stack_trace(self):
        make_squares(self.root / "one", {"only": (1, 2, 3)})
        make_squares(self.root / "empty", {"full": (1, 2, 3)})
        (self.root / "empty" / "void").mkdir()
        (self.root / "file").write_text("")
        cases = {
            "missing": "no such folder",
            "file": "this is a file",
            "one": "at least two",
            "empty": "void: no pictures",
        }
        for folder, message in cases.items():
            with self.subTest(folder):
                code, _, errors = call(self.root / folder, "--out", self.root / "my.onnx")
                self.assertEqual(code, 1)
                self.assertRegex(errors, rf"\Aerror: .*{message}.*\n\Z")
                self.assertFalse((self.root / "my.onnx").exists())

    def test_a_broken_picture_is_named_and_left_out(self):
        make_squares(self.root / "data", {"a": (200, 20, 20), "b": (20, 20, 200)})
        (self.root / "data" / "a" / "broken.jpg").write_text("not a picture")
        code, _, errors = call(self.root / "data", "--out", self.root / "my.onnx", "--epochs", 1, "--size", 16)
        self.assertEqual(code, 0)
        self.assertIn("broken.jpg: left out", errors)

    def test_drawings_and_a_teacher(self):
        make_squares(self.root / "data", {"a": (200, 20, 20), "b": (20, 20, 200)})
        disc = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
        disc.paste((250, 200, 0, 255), (4, 4, 16, 16))
        (self.root / "drawn" / "b").mkdir(parents=True)
        disc.save(self.root / "drawn" / "b" / "disc.png")
        code, output, errors = call(self.root / "data", "--out", self.root / "my.onnx", "--epochs", 1, "--size", 32,
                                    "--drawn", self.root / "drawn", "--drawn-val", self.root / "drawn", "--teacher-epochs", 1)
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("teacher epoch 1/1", output)
        self.assertRegex(output, r"drawn [01]\.00")


if __name__ == "__main__":
    unittest.main()
