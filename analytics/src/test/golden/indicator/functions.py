"""Writes the names of all functions of TA-Lib, each of which must have its counterpart."""

import talib

from common import GOLDEN

if __name__ == "__main__":
    names = sorted(talib.get_functions())
    (GOLDEN / "functions.txt").write_text("\n".join(names) + "\n")
    print(f"{len(names)} functions, TA-Lib {talib.__version__}")
