"""Draws the labels that RegimeLabels (in src/test/java) wrote: python regimes.py LABELS.csv CHART.png

    pip install matplotlib==3.11.2
"""

import csv
import sys
from datetime import datetime, timezone

import matplotlib

matplotlib.use("Agg")
import matplotlib.dates as dates
import matplotlib.pyplot as plt
from matplotlib.patches import Patch

COLOURS = {"TRENDING": "#4c9f70", "RANGING": "#9aa5b1", "VOLATILE": "#e4572e", "QUIET": "#3d7ea6"}
INK, PAPER, MUTED = "#222b35", "#ffffff", "#5c6773"
ROWS = (("rules", "By rules"), ("markov", "By a hidden Markov model"))


def read(path):
    with open(path, newline="") as lines:
        rows = list(csv.DictReader(lines))
    times = [datetime.fromtimestamp(int(row["time_ms"]) / 1000, timezone.utc) for row in rows]
    return times, rows


def stretches(labels):
    """From, to and label of each run of equal labels."""
    begin = 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i] != labels[begin]:
            if labels[begin]:
                yield begin, min(i, len(labels) - 1), labels[begin]
            begin = i


def draw(axis, times, rows, column, title):
    closes = [float(row["close"]) for row in rows]
    labels = [row[column] for row in rows]
    runs = list(stretches(labels))
    for begin, end, label in runs:
        axis.axvspan(times[begin], times[end], color=COLOURS[label], alpha=0.42, linewidth=0)
    axis.plot(times, closes, color=INK, linewidth=0.9)
    labelled = sum(1 for label in labels if label)
    note = f"{len(runs) - 1} changes in {labelled:,} hours"
    if runs[0][0] > 100:
        middle = times[runs[0][0] // 2]
        axis.annotate("warming up", (middle, max(closes)), ha="center", va="top", fontsize=9, color=MUTED)
    axis.set_title(title, loc="left", fontsize=11, color=INK, fontweight="bold")
    axis.set_title(note, loc="right", fontsize=9, color=MUTED)
    axis.yaxis.set_major_formatter(lambda value, _: f"{value / 1000:.0f}k")
    axis.set_ylabel("USDT", color=MUTED, fontsize=9)
    axis.set_xlim(times[0], times[-1])
    axis.tick_params(colors=MUTED, labelsize=9)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axis.spines[side].set_color("#cfd6dd")


def main(source, target):
    times, rows = read(source)
    figure, axes = plt.subplots(2, 1, figsize=(11, 6.4), sharex=True, facecolor=PAPER)
    for axis, (column, title) in zip(axes, ROWS):
        draw(axis, times, rows, column, title)
    split = times[sum(int(row["fitted"]) for row in rows)]
    axes[1].axvline(split, color=INK, linewidth=1, linestyle=(0, (4, 3)))
    low, high = axes[1].get_ylim()
    axes[1].annotate("fitted ", (split, low + 0.03 * (high - low)), ha="right", fontsize=9, color=INK)
    axes[1].annotate(" not seen by the fit", (split, low + 0.03 * (high - low)), fontsize=9, color=INK)
    axes[1].xaxis.set_major_locator(dates.MonthLocator())
    axes[1].xaxis.set_major_formatter(dates.DateFormatter("%b %Y"))
    keys = [Patch(color=colour, alpha=0.55, label=name.lower()) for name, colour in COLOURS.items()]
    figure.legend(handles=keys, loc="upper right", ncols=4, frameon=False, fontsize=10, bbox_to_anchor=(0.985, 0.985))
    figure.text(0.012, 0.955, "BTC/USDT, 1 h: the regime as known at each close", fontsize=13, color=INK)
    figure.tight_layout(rect=(0, 0, 1, 0.945))
    figure.savefig(target, dpi=100, metadata={"Software": None}, pil_kwargs={"optimize": True})


if __name__ == "__main__":
    main(*sys.argv[1:])
