"""Holds the hand-made cases of the candlestick patterns against TA-Lib and prints those that differ; then
takes each candle of each case that is a pattern, moves one of its prices up and down, or turns its
body over, and writes what TA-Lib says of that.

    python candle_cases.py                            writes ../../resources/golden/candle/neighbours.csv
"""

from pathlib import Path

import numpy as np

from candles_golden import NAMES, answers

FOLDER = Path(__file__).parent / ".." / ".." / "resources" / "golden" / "candle"
BEFORE = [(100, 115, 95, 110), (110, 115, 95, 100)] * 8
FURTHEST = 15
LETTERS = {0: ".", 100: "+", -100: "-", 80: "p", -80: "m", 200: "P", -200: "M"}


def answer(pattern, candles):
    return int(answers(NAMES[pattern], np.array(BEFORE + candles, dtype=float).T.copy())[-1])


def moved(candle, price, offset):
    """With its range widened where it must be."""
    prices = list(candle)
    prices[price] += offset
    o, h, l, c = prices
    return o, max(prices), min(prices), c


def neighbours(candle):
    """Of the open, then of the high, the low and the close, from below; then the body turned over."""
    for price in range(4):
        for offset in range(-FURTHEST, FURTHEST + 1):
            yield moved(candle, price, offset)
    o, h, l, c = candle
    yield c, h, l, o


def main():
    lines = [line for line in (FOLDER / "cases.csv").read_text().splitlines() if not line.startswith("#")][1:]
    wrong = 0
    with (FOLDER / "neighbours.csv").open("w", newline="\n") as out:
        for line in lines:
            pattern, wanted, text, _ = (part.strip() for part in line.split("|"))
            candles = [tuple(map(int, candle.split())) for candle in text.split(";")]
            assert all(max(candle) == candle[1] and min(candle) == candle[2] for candle in candles), line
            given = answer(pattern, candles)
            if given != int(wanted):
                wrong += 1
                print(f"TA-Lib says {given}: {line}")
            if given != 0:
                letters = "".join(
                    LETTERS[answer(pattern, candles[:at] + [other] + candles[at + 1 :])]
                    for at, candle in enumerate(candles)
                    for other in neighbours(candle)
                )
                out.write(f"{pattern} | {text} | {letters}\n")
    print(f"{len(lines)} cases, {wrong} differ")
    raise SystemExit(wrong != 0)


if __name__ == "__main__":
    main()
