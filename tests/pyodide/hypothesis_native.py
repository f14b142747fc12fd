"""Stands in for the compiled part of Hypothesis, which has no build for WebAssembly.

Only what Hypothesis asks of it: its version, and arithmetic on the bits of floats.
"""

import math
import struct
import sys
from importlib.metadata import version
from types import ModuleType

FORMATS = {16: ("!H", "!e"), 32: ("!I", "!f"), 64: ("!Q", "!d")}
SMALLEST = {16: 2.0**-14, 32: 2.0**-126, 64: 2.0**-1022}


def float_to_int(value, width=64):
    """Return the bits of ``value`` as a whole number."""
    whole, real = FORMATS[width]
    return struct.unpack(whole, struct.pack(real, value))[0]


def int_to_float(value, width=64):
    """Return the float of these bits."""
    whole, real = FORMATS[width]
    return struct.unpack(real, struct.pack(whole, value))[0]


def float_of(value, width):
    """Return ``value`` rounded to ``width`` bits."""
    return (
        float(value) if width == 64 else int_to_float(float_to_int(value, width), width)
    )


def is_negative(value):
    """Return whether the sign is minus, also of zero."""
    return math.copysign(1.0, value) < 0


def next_up(value, width=64):
    """Return the next larger float."""
    if math.isnan(value) or (math.isinf(value) and value > 0):
        return value
    if value == 0.0 and is_negative(value):
        return 0.0
    bits = float_to_int(value, width)
    return int_to_float(bits + (1 if bits >> (width - 1) == 0 else -1), width)


def next_down(value, width=64):
    """Return the next smaller float."""
    return -next_up(-value, width)


def width_smallest_normals(width):
    """Return the smallest normal float of this width."""
    return SMALLEST[width]


def next_up_normal(value, width, *, allow_subnormal):
    """Return the next larger float, stepping over subnormal ones if they are not allowed."""
    found = next_up(value, width)
    small = SMALLEST[width]
    if not allow_subnormal and 0 < abs(found) < small:
        return 0.0 if is_negative(found) else small
    return found


def next_down_normal(value, width, *, allow_subnormal):
    """Return the next smaller float, stepping over subnormal ones if they are not allowed."""
    return -next_up_normal(-value, width, allow_subnormal=allow_subnormal)


def count_between_floats(low, high, width=64):
    """Return how many floats lie from ``low`` to ``high``, both counted."""
    if is_negative(low) and not is_negative(high):
        return count_between_floats(low, -0.0, width) + count_between_floats(
            0.0, high, width
        )
    return abs(float_to_int(high, width) - float_to_int(low, width)) + 1


def install():
    """Put this in the place of the compiled part."""
    native, internal = (
        ModuleType("hypothesis._native"),
        ModuleType("hypothesis._native.internal"),
    )
    hypot = ModuleType("hypothesis._native.internal.cathetus")
    native.__version__ = version("hypothesis")
    native.__path__ = internal.__path__ = []
    hypot.cathetus = lambda long, short: math.sqrt(
        max(long * long - short * short, 0.0)
    )
    for module in (native, internal, hypot):
        sys.modules[module.__name__] = module
    sys.modules["hypothesis._native.internal.floats"] = sys.modules[__name__]
