"""What the scripts of golden numbers share: candles, real files, and how columns are written.

    pip install TA-Lib==0.8.2 numpy==2.4.6     (the wheel carries the C library, 0.8.1)
    python trend_golden.py                            writes ../resources/golden/indicator/trend.csv from made candles
    python trend_golden.py --candles FILE.csv.gz --out FILE.bin      the same columns of a file of candles

A column is named as the indicator is written in a list of features, then a dot and the number of the
output: macd(12,26,9).1. Made prices are near 1, so that a relative tolerance is an absolute one.
"""

import argparse
import csv
import gzip
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import talib

BARS = 300
AVERAGES = ("sma", 0), ("ema", 1), ("wma", 2), ("rma", 13)  # with TA-Lib's numbers
GOLDEN = Path(__file__).parent / ".." / ".." / "resources" / "golden" / "indicator"


@dataclass
class Candles:
    time: np.ndarray  # open time, ns
    open: np.ndarray
    high: np.ndarray
    low: np.ndarray
    close: np.ndarray
    volume: np.ndarray

    def __len__(self):
        return len(self.close)


def made():
    """A seeded random walk with a flat stretch, a jump, gaps between bars and bars without volume."""
    random = np.random.Generator(np.random.PCG64(20240229))
    close = np.empty(BARS)
    open_ = np.empty(BARS)
    price = 1.0
    for i in range(BARS):
        open_[i] = price * (1 + 0.002 * random.standard_normal())
        price = open_[i] * (1 + 0.01 * random.standard_normal())
        if i == 150:
            price *= 1.4
        close[i] = price
    high = np.maximum(open_, close) * (1 + 0.004 * random.random(BARS))
    low = np.minimum(open_, close) * (1 - 0.004 * random.random(BARS))
    volume = np.round(random.exponential(1000.0, BARS), 3)
    volume[60:63] = 0.0
    open_[200:225] = high[200:225] = low[200:225] = close[200:225] = close[199]
    hours = (1_700_000_000 // 3600 + np.arange(BARS)) * 3_600_000_000_000
    return Candles(hours, *[np.round(x, 6) for x in (open_, high, low, close, volume)])


def read(path):
    """Candles of a gzipped CSV: open time in ms, open, high, low, close, volume."""
    with gzip.open(path, "rt") as lines:
        rows = list(csv.reader(lines))[1:]
    columns = np.array([[float(x) for x in row[:6]] for row in rows]).T
    return Candles((columns[0] * 1e6).astype(np.int64), *[c.copy() for c in columns[1:]])


class Columns:
    """The columns in the order they were put."""

    def __init__(self, bars):
        self.bars = bars
        self.by_name = {}
        self.functions = set()

    def put(self, name, *outputs):
        """Outputs of an indicator, each an array of one number for a bar."""
        for number, output in enumerate(outputs):
            assert len(output) == self.bars, name
            self.by_name[f"{name}.{number}"] = np.asarray(output, dtype=float)


def hold_back(warmup, *outputs):
    """NaN before all outputs stand."""
    late = np.arange(len(outputs[0])) < warmup - 1
    return [np.where(late, np.nan, output) for output in outputs]


def write_csv(path, candles, columns):
    table = {
        "time": candles.time,
        "open": candles.open,
        "high": candles.high,
        "low": candles.low,
        "close": candles.close,
        "volume": candles.volume,
    }
    table.update(columns.by_name)
    with path.open("w", newline="\n") as out:
        out.write(";".join(table) + "\n")
        for i in range(len(candles)):
            out.write(";".join(text(column[i]) for column in table.values()) + "\n")


def text(value):
    return str(value) if isinstance(value, np.integer) else f"{float(value):.13g}"


def write_binary(path, columns):
    """Number of columns and of bars, then for each its name and its doubles, big endian."""
    with path.open("wb") as out:
        out.write(struct.pack(">ii", len(columns.by_name), columns.bars))
        for name, values in columns.by_name.items():
            spelled = name.encode()
            out.write(struct.pack(">H", len(spelled)) + spelled)
            out.write(values.astype(">f8").tobytes())


def main(family, fill, make=made):
    """fill(columns, candles) puts the columns of a family; make() makes the candles."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--candles", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    candles = read(arguments.candles) if arguments.candles else make()
    columns = Columns(len(candles))
    fill(columns, candles)
    if arguments.out:
        write_binary(arguments.out, columns)
    else:
        write_csv(GOLDEN / f"{family}.csv", candles, columns)
        print(f"{family}: {len(columns.by_name)} columns, TA-Lib {talib.__version__}")
