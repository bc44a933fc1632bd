"""Draws patterns that were found on real candles, for README.md.

    pip install matplotlib==3.11.2 numpy==2.4.6
    mvn -pl analytics -am test -Dtest=StructureOnRealCandlesTest -Dsurefire.failIfNoSpecifiedTests=false
    python draw_patterns.py CANDLES.csv.gz          from BTC_USDT-1h.csv.gz, which that test reads

The test writes what it found to analytics/target/patterns; of each kind that is drawn, the most
confident one is taken.
"""

import csv
import gzip
import sys
from datetime import datetime, timezone
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

MODULE = Path(__file__).parents[3]
DRAWN = [
    ("chart-atr-1h", "inverse-head-and-shoulders"),
    ("chart-atr-1h", "double-top"),
    ("chart-atr-1h", "triple-bottom"),
    ("chart-atr-1h", "ascending-triangle"),
    ("chart-atr-1h", "falling-wedge"),
    ("chart-atr-1h", "bull-flag"),
    ("chart-atr-1h", "rising-channel"),
    ("harmonic-atr-1h", "gartley"),
    ("harmonic-atr-1h", "cypher"),
]
BLUE, ORANGE, GREEN, RED, GREY = "#1f5fa8", "#c76a00", "#2a7d4f", "#b03030", "#9a9a9a"


def candles(path):
    with gzip.open(path, "rt") as lines:
        return [[float(x) for x in row[:5]] for row in list(csv.reader(lines))[1:]]


def pairs(text):
    return [part.split("@") for part in text.split(" ")]


def best(file, name):
    with (MODULE / "target" / "patterns" / f"{file}.csv").open() as lines:
        rows = [row for row in csv.reader(lines, delimiter=";") if row[0] == name]
    row = max(rows, key=lambda r: float(r[2]))
    points = [(int(bar), float(price)) for bar, price in pairs(row[3])]
    levels = {level: float(price) for level, price in pairs(row[4])}
    return int(row[1]), float(row[2]), points, levels


def draw(axes, rows, name, known, confidence, points, levels):
    span = known - points[0][0]
    first, last = max(0, points[0][0] - span // 3), min(len(rows), known + span // 2 + 2)
    for bar in range(first, last):
        _, open_, high, low, close = rows[bar]
        colour = GREEN if close >= open_ else RED
        axes.plot([bar, bar], [low, high], color=colour, linewidth=0.6, alpha=0.6)
        axes.plot([bar, bar], [open_, close], color=colour, linewidth=1.6, alpha=0.6)
    axes.plot(*zip(*points), color=BLUE, linewidth=1.4, marker="o", markersize=3)
    for side in ("upper", "lower"):
        if side in levels:
            begin = points[1 if name.endswith(("flag", "pennant")) else 0][0]
            ends = [begin, known], [levels[f"{side}-start"], levels[side]]
            axes.plot(*ends, color=BLUE, linewidth=0.9, linestyle="--")
    for level in ("breakout", "target", "invalidation", "target-1", "target-2"):
        if level in levels:
            axes.plot([known, last], [levels[level]] * 2, color=ORANGE, linewidth=1)
            axes.text(last, levels[level], " " + level, color=ORANGE, fontsize=6, va="center")
    if "zone-near" in levels:
        axes.axhspan(levels["zone-far"], levels["zone-near"], color=BLUE, alpha=0.1)
    axes.axvline(known, color=GREY, linewidth=0.9, linestyle=":")
    axes.text(known, 0.01, " known", color=GREY, fontsize=6, transform=axes.get_xaxis_transform())
    day = datetime.fromtimestamp(rows[points[0][0]][0] / 1000, timezone.utc).date()
    axes.set_title(f"{name}  {confidence:.2f}  {day}", fontsize=8, loc="left")
    axes.set_xticks([])
    axes.set_xlim(first - 1, last + span // 3)
    axes.tick_params(labelsize=6)
    axes.spines[["top", "right", "bottom"]].set_visible(False)


def main():
    rows = candles(Path(sys.argv[1]))
    figure, grid = plt.subplots(3, 3, figsize=(12, 8.4))
    for axes, (file, name) in zip(grid.flat, DRAWN):
        draw(axes, rows, name, *best(file, name))
    figure.tight_layout()
    out = MODULE / "docs" / "patterns.png"
    figure.savefig(out, dpi=80, pil_kwargs={"optimize": True})
    print(f"{out.name}: {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
