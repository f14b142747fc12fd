"""How wide text in the handbook's face is, so that a picture drawn at build fits its words.

The advance widths are those of Atkinson Hyperlegible Next, in thousandths of the
font size, read from the font file once and kept here as data: a build needs no
font library, and gives the same picture everywhere.
"""

from __future__ import annotations

LETTERS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ["
    "\\]^_`abcdefghijklmnopqrstuvwxyz{|}~£·é–—‘’“”…"
)
REGULAR = """
280 286 301 651 592 919 731 160 299 299 485 606 210 362 210 387 648 407 548
576 614 588 598 510 615 595 210 210 553 628 553 480 778 626 613 645 669 569
552 694 694 392 512 631 541 824 693 714 592 724 614 592 558 690 593 856 623
575 607 317 387 344 552 372 243 525 566 485 564 538 314 558 550 252 245 492
262 845 550 548 566 574 349 471 326 540 461 684 481 449 460 344 237 344 555
610 240 538 504 824 236 236 399 399 670
"""
BOLD = """
312 303 390 765 610 969 725 210 335 335 485 595 271 373 272 440 659 440 579
600 624 607 626 537 624 571 272 272 569 612 569 547 781 678 643 658 688 597
566 718 701 424 561 663 552 858 717 746 629 756 650 610 607 686 644 886 685
650 618 340 440 344 582 400 288 552 596 510 596 563 365 593 571 300 259 555
318 882 571 576 596 599 376 508 376 567 530 740 539 521 505 381 254 381 537
634 294 563 501 832 269 269 479 479 780
"""
WIDEST = 900
"""What a letter that is not in the table is taken to need, in thousandths."""

_WIDTHS = {
    weight: dict(zip(LETTERS, map(int, table.split()), strict=True))
    for weight, table in (("regular", REGULAR), ("bold", BOLD))
}


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide ``text`` is at the font size ``size``, in the same unit."""
    table = _WIDTHS["bold" if bold else "regular"]
    return sum(table.get(letter, WIDEST) for letter in text) * size / 1000


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` as lines that fit ``room``; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
