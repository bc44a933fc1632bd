"""Golden numbers of the family statistics; how to run it is in common.py."""

import talib

from common import main


def fill(columns, c):
    for n in (2, 9, 20, 30):
        columns.put(f"standard-deviation({n})", talib.STDDEV(c.close, n, 1))
        columns.put(f"max({n})", talib.MAX(c.close, n))
        columns.put(f"min({n})", talib.MIN(c.close, n))


if __name__ == "__main__":
    main("statistics", fill)
