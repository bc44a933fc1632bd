"""Golden numbers of the family structure; how to run it is in common.py."""

import structure_swings
from common import main


def fill(columns, c):
    structure_swings.fill(columns, c)


if __name__ == "__main__":
    main("structure", fill)
