"""Golden numbers of the family transform; how to run it is in common.py."""

import talib

from common import main

FUNCTIONS = "ACOS ASIN ATAN CEIL COS COSH EXP FLOOR LN LOG10 SIN SINH SQRT TAN TANH".split()
PAIRS = {"add": "ADD", "subtract": "SUB", "multiply": "MULT", "divide": "DIV"}


def fill(columns, c):
    for function in FUNCTIONS:
        columns.put(f"{function.lower()}()", getattr(talib, function)(c.close))
    for name, function in PAIRS.items():
        columns.put(f"{name}()", getattr(talib, function)(c.high, c.low))
    columns.put("average-price()", talib.AVGPRICE(c.open, c.high, c.low, c.close))
    columns.put("median-price()", talib.MEDPRICE(c.high, c.low))
    columns.put("typical-price()", talib.TYPPRICE(c.high, c.low, c.close))
    columns.put("weighted-close()", talib.WCLPRICE(c.high, c.low, c.close))
    o, h, l, close = talib.HA(c.open, c.high, c.low, c.close)
    columns.put("heikin-ashi()", close, o, h, l)


if __name__ == "__main__":
    main("transform", fill)
