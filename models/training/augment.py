"""Random changes to a batch of pictures, as tensor operations on the whole batch.

A network of some thousand weights underfits rather than overfits, so the changes are mild. They keep the label true:
things move, turn, grow, and the light changes.
"""

import math

import torch
import torch.nn.functional as F

# Rec. 601 luma, the grey that saturation is measured from.
LUMA = torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)


def uniform(count, low, high, generator):
    """`count` numbers between `low` and `high`, shaped to multiply a batch of pictures."""
    return (low + (high - low) * torch.rand(count, generator=generator)).view(count, 1, 1, 1)


def warp(pictures, size, generator, scale, stretch, shift, turn, padding):
    """Resample pictures at `size` under a random mirroring, scale, stretch, shift and turn for each.

    A scale above one shows the thing smaller. `shift` is a share of the picture's side, `turn` is in degrees.
    """
    count = len(pictures)
    angle = uniform(count, -turn, turn, generator).flatten() * math.pi / 180
    zoom = uniform(count, math.log(scale[0]), math.log(scale[1]), generator).flatten().exp()
    ratio = uniform(count, -math.log(stretch), math.log(stretch), generator).flatten().exp()
    mirror = torch.randint(0, 2, (count,), generator=generator) * 2.0 - 1
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0] = angle.cos() * zoom * ratio * mirror
    theta[:, 0, 1] = -angle.sin() * zoom * ratio
    theta[:, 1, 0] = angle.sin() * zoom / ratio * mirror
    theta[:, 1, 1] = angle.cos() * zoom / ratio
    theta[:, :, 2] = (torch.rand(count, 2, generator=generator) * 2 - 1) * 2 * shift
    grid = F.affine_grid(theta, (count, pictures.shape[1], size, size), align_corners=False)
    return F.grid_sample(pictures, grid, padding_mode=padding, align_corners=False)


def relight(pictures, generator, brightness=0.2, contrast=0.2, saturation=0.3, tint=0.05):
    """Change brightness, contrast, saturation and the balance of the channels; values stay in 0..1."""
    count = len(pictures)
    grey = (pictures * LUMA).sum(1, keepdim=True)
    pictures = grey + (pictures - grey) * uniform(count, 1 - saturation, 1 + saturation, generator)
    mean = grey.mean((2, 3), keepdim=True)
    pictures = mean + (pictures - mean) * uniform(count, 1 - contrast, 1 + contrast, generator)
    balance = 1 + tint * (2 * torch.rand(count, 3, 1, 1, generator=generator) - 1)
    return (pictures * balance * uniform(count, 1 - brightness, 1 + brightness, generator)).clamp(0, 1)


def photographs(pixels, generator):
    """Augment photographs given as bytes; the result is in 0..1."""
    pictures = warp(pixels.float() / 255, pixels.shape[-1], generator, scale=(0.75, 1.1), stretch=1.1, shift=0.12,
                    turn=8, padding="reflection")
    return relight(pictures, generator)


def ramps(count, size, generator):
    """Linear ramps from -1 to 1 across the picture, each in a random direction."""
    angle = uniform(count, 0, 2 * math.pi, generator)
    axis = torch.linspace(-1, 1, size)
    return (angle.cos() * axis.view(1, 1, 1, size) + angle.sin() * axis.view(1, 1, size, 1)) / math.sqrt(2)


def backgrounds(count, size, photos, generator):
    """Half plain white, the rest flat colours, gradients and blurred photographs, mostly pale."""
    kind = torch.rand(count, generator=generator).view(count, 1, 1, 1)
    pale = 1 - torch.rand(count, 3, 1, 1, generator=generator) ** 2 * 0.8
    other = 1 - torch.rand(count, 3, 1, 1, generator=generator) ** 2 * 0.8
    mix = (ramps(count, size, generator) + 1) / 2
    gradient = pale * (1 - mix) + other * mix
    chosen = torch.randint(0, len(photos), (count,), generator=generator)
    blurred = F.interpolate(F.avg_pool2d(photos[chosen].float() / 255, 8), size=size, mode="bilinear", align_corners=False)
    canvas = torch.where(kind < 0.85, gradient, blurred)
    canvas = torch.where(kind < 0.7, pale.expand_as(canvas), canvas)
    return torch.where(kind < 0.55, torch.ones_like(canvas), canvas)


def composites(drawings, photos, size, generator):
    """Lay drawings (premultiplied RGBA bytes) on random backgrounds; the result is in 0..1.

    A soft light from a random side is multiplied in: drawn pictures are often flat, rendered ones are shaded.
    """
    count = len(drawings)
    warped = warp(drawings.float() / 255, size, generator, scale=(0.95, 1.3), stretch=1.2, shift=0.1, turn=12,
                  padding="zeros")
    colours, alpha = warped[:, :3], warped[:, 3:]
    light = 1 + ramps(count, size, generator) * uniform(count, 0, 0.3, generator)
    colours = torch.minimum((colours * light).clamp(0, 1), alpha)
    # Relighting works on straight colours, so the alpha is divided out and multiplied in again.
    lit = relight(colours / alpha.clamp(min=1e-3), generator, brightness=0.15, saturation=0.4, tint=0.12)
    return lit * alpha + backgrounds(count, size, photos, generator) * (1 - alpha)
