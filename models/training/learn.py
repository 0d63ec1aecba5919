"""The training loop, the same for Tiny VGG and for its teacher."""

import copy
import dataclasses
import time

import torch
import torch.nn.functional as F

import augment

MEAN = 0.5


@dataclasses.dataclass
class Settings:
    """What a run can be told."""
    epochs: int
    rate: float
    batch: int = 64
    drawn_share: float = 0.25
    decay: float = 1e-4
    smoothing: float = 0.05
    average: float = 0.998
    temperature: float = 3.0
    soft_share: float = 0.8
    changes: bool = True


def normalise(pictures):
    """From 0..1 to the network's input. The YAML beside the model says the same."""
    return pictures - MEAN


def accuracy(model, pixels, targets):
    """The share of pictures (bytes) whose strongest output is the target."""
    model.eval()
    with torch.no_grad():
        hits = [model(normalise(part.float() / 255)).argmax(1) == target
                for part, target in zip(pixels.split(250), targets.split(250))]
    return torch.cat(hits).float().mean().item()


class Batches:
    """Augmented batches of photographs and, if there are any, drawings on random backgrounds."""

    def __init__(self, photos, drawings, settings, generator):
        self.photos, self.drawings, self.generator = photos, drawings, generator
        self.changes = settings.changes
        self.drawn = round(settings.batch * settings.drawn_share) if drawings else 0
        self.taken = max(2, min(settings.batch - self.drawn, len(photos)))
        # A last, shorter batch is left out; the next epoch's shuffle gives its pictures their turn.
        self.count = max(1, len(photos) // self.taken)
        if drawings:
            # Every class of drawings comes up equally often, however many drawings it has.
            frequency = torch.bincount(drawings.targets).float()
            self.weights = 1 / frequency[drawings.targets]

    def epoch(self):
        size = self.photos.pixels.shape[-1]
        order = torch.randperm(len(self.photos), generator=self.generator)
        for start in range(0, self.count * self.taken, self.taken):
            chosen = order[start:start + self.taken]
            pixels, y = self.photos.pixels[chosen], self.photos.targets[chosen]
            x = augment.photographs(pixels, self.generator) if self.changes else pixels.float() / 255
            if self.drawn:
                chosen = torch.multinomial(self.weights, self.drawn, replacement=True, generator=self.generator)
                laid = augment.composites(self.drawings.pixels[chosen], self.photos.pixels, size, self.generator)
                x, y = torch.cat([x, laid]), torch.cat([y, self.drawings.targets[chosen]])
            yield normalise(x), y


def loss_of(logits, targets, taught, settings):
    """Cross-entropy with the labels and, where there is a teacher, with its softened answers too."""
    hard = F.cross_entropy(logits, targets, label_smoothing=settings.smoothing)
    if taught is None:
        return hard
    heat = settings.temperature
    soft = F.kl_div(F.log_softmax(logits / heat, 1), F.softmax(taught / heat, 1), reduction="batchmean") * heat * heat
    return (1 - settings.soft_share) * hard + settings.soft_share * soft


def learn(name, model, photos, drawings, val, drawn_val, settings, seed, teacher=None, history=None):
    """Train `model`; return the running average of its weights over the last steps. `history` is told of each epoch."""
    generator = torch.Generator().manual_seed(seed)
    batches = Batches(photos, drawings, settings, generator)
    # Biases and normalisation are not decayed: their size says nothing about how complex the network is.
    matrices = [p for p in model.parameters() if p.ndim > 1]
    vectors = [p for p in model.parameters() if p.ndim <= 1]
    optimiser = torch.optim.AdamW([{"params": matrices, "weight_decay": settings.decay / settings.rate},
                                   {"params": vectors, "weight_decay": 0.0}], lr=settings.rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, settings.rate, total_steps=settings.epochs * batches.count,
                                                   pct_start=0.2)
    averaged = copy.deepcopy(model)
    steps = 0
    if history is not None:
        history.after(0, averaged)
    for epoch in range(1, settings.epochs + 1):
        started, total = time.monotonic(), 0.0
        model.train()
        for x, y in batches.epoch():
            taught = None
            if teacher is not None:
                with torch.no_grad():
                    taught = teacher(x)
            loss = loss_of(model(x), y, taught, settings)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            schedule.step()
            steps += 1
            follow(averaged, model, min(settings.average, steps / (steps + 10)))
            total += loss.item()
        if history is not None:
            history.after(epoch, averaged)
        line = f"{name} epoch {epoch}/{settings.epochs}  loss {total / batches.count:.3f}"
        line += f"  val {accuracy(averaged, val.pixels, val.targets):.3f}"
        if drawn_val is not None:
            line += f"  drawn {accuracy(averaged, drawn_val.pixels, drawn_val.targets):.2f}"
        print(f"{line}  {time.monotonic() - started:.1f} s", flush=True)
    return averaged.eval()


def follow(averaged, model, keep):
    """Move the average a step towards the model, statistics of the normalisation included."""
    with torch.no_grad():
        for old, new in zip(averaged.state_dict().values(), model.state_dict().values()):
            if old.is_floating_point():
                old.lerp_(new, 1 - keep)
            else:
                old.copy_(new)
