package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Makers whose quantity at each price is told to them. What becomes less goes from the end of their
 * queue, what becomes more joins the end of all that stands there, so that a user's order keeps its
 * place among them. What others take of a level is missing there until the level is told again.
 */
final class MakerBook {
  private final MarketPort port;
  private final long accountId;
  private final long lotE8;
  private final long maxQtyE8;
  private final TreeMap<Long, Level> bids = new TreeMap<>();
  private final TreeMap<Long, Level> asks = new TreeMap<>();

  /** Levels where something else may stand than ought to. */
  private final LinkedHashSet<Level> off = new LinkedHashSet<>();

  /** An order of the makers. */
  private static final class Piece {
    final long orderId;
    long openE8;

    Piece(long orderId, long openE8) {
      this.orderId = orderId;
      this.openE8 = openE8;
    }
  }

  private static final class Level {
    final Side side;
    final long priceE8;

    /** The oldest first. */
    final List<Piece> pieces = new ArrayList<>();

    long toldE8;
    long missingE8;

    /** Whether it was told since they last settled. */
    boolean isNew;

    Level(Side side, long priceE8) {
      this.side = side;
      this.priceE8 = priceE8;
    }

    long standsE8() {
      long sum = 0;
      for (Piece piece : pieces) {
        sum += piece.openE8;
      }
      return sum;
    }

    long wantedE8() {
      return Math.max(0, toldE8 - missingE8);
    }
  }

  /** Without a level. */
  MakerBook(MarketPort port, long accountId) {
    this.port = port;
    this.accountId = accountId;
    this.lotE8 = port.rules().lotE8();
    this.maxQtyE8 = port.rules().maxQtyE8();
  }

  private NavigableMap<Long, Level> of(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  private Level level(Side side, long priceE8) {
    return of(side).computeIfAbsent(priceE8, it -> new Level(side, it));
  }

  /** Says what a level is to show from {@link #settle} on; what is no whole lot is left out. */
  void tell(Side side, long priceE8, long qtyE8) {
    Level level = level(side, priceE8);
    look(level);
    level.toldE8 = qtyE8 - qtyE8 % lotE8;
    level.missingE8 = 0;
    level.isNew = true;
    off.add(level);
  }

  /** All levels that were told are to show nothing. */
  void tellNothing() {
    for (Side side : Side.values()) {
      List.copyOf(of(side).keySet()).forEach(priceE8 -> tell(side, priceE8, 0));
    }
  }

  /**
   * Brings about what was told. First all withdraw who are to withdraw, so that makers never meet
   * themselves; where the book that was told crosses itself the latest level stands.
   */
  void settle(long nowNs) {
    List<Level> wanted = List.copyOf(off);
    off.clear();
    wanted.forEach(level -> shrinkTo(level, level.wantedE8(), nowNs));
    wanted.forEach(level -> grow(level, nowNs));
    for (Level level : wanted) {
      level.isNew = false;
      if (level.toldE8 == 0 && level.pieces.isEmpty()) {
        of(level.side).remove(level.priceE8);
        off.remove(level);
      } else if (level.standsE8() != level.wantedE8()) {
        off.add(level);
      }
    }
  }

  /** Learns what others took. Who stands behind one that is whole is whole. */
  private void look(Level level) {
    while (!level.pieces.isEmpty()) {
      Piece first = level.pieces.getFirst();
      long openE8 = port.openE8(accountId, first.orderId);
      level.missingE8 += first.openE8 - openE8;
      first.openE8 = openE8;
      if (openE8 > 0) {
        return;
      }
      level.pieces.removeFirst();
    }
  }

  private void shrinkTo(Level level, long qtyE8, long nowNs) {
    long lessE8 = level.standsE8() - qtyE8;
    while (lessE8 > 0) {
      Piece last = level.pieces.getLast();
      if (last.openE8 > lessE8
          && port.reduce(accountId, last.orderId, last.openE8 - lessE8, nowNs)) {
        last.openE8 -= lessE8;
        return;
      }
      lessE8 -= last.openE8;
      withdrawLast(level, nowNs);
    }
  }

  private void withdrawLast(Level level, long nowNs) {
    Piece last = level.pieces.removeLast();
    level.missingE8 += last.openE8 - port.cancel(accountId, last.orderId, nowNs);
  }

  private void grow(Level level, long nowNs) {
    long moreE8 = level.wantedE8() - level.standsE8();
    if (moreE8 > 0 && makeWay(level, nowNs)) {
      add(level, moreE8, nowNs);
    }
  }

  /** Takes older levels of the other side out of the way of a new one; an old one waits. */
  private boolean makeWay(Level level, long nowNs) {
    for (Level other : standing(level.side.opposite(), level.priceE8, true)) {
      if (!level.isNew) {
        return false;
      }
      withdraw(other, nowNs);
    }
    return true;
  }

  /** Levels of a side where makers stand that are better than a price, or as good. */
  private List<Level> standing(Side side, long priceE8, boolean orAsGood) {
    NavigableMap<Long, Level> levels =
        side == Side.BUY ? bids.tailMap(priceE8, orAsGood) : asks.headMap(priceE8, orAsGood);
    return levels.values().stream().filter(level -> !level.pieces.isEmpty()).toList();
  }

  private void withdraw(Level level, long nowNs) {
    look(level);
    while (!level.pieces.isEmpty()) {
      withdrawLast(level, nowNs);
    }
    off.add(level);
  }

  private void add(Level level, long qtyE8, long nowNs) {
    long leftE8 = qtyE8;
    while (leftE8 > 0) {
      long partE8 = Math.min(leftE8, maxQtyE8);
      OptionalLong placed = port.rest(accountId, level.side, partE8, level.priceE8, nowNs);
      if (placed.isEmpty()) {
        return;
      }
      long openE8 = port.openE8(accountId, placed.getAsLong());
      level.missingE8 += partE8 - openE8;
      if (openE8 > 0) {
        level.pieces.add(new Piece(placed.getAsLong(), openE8));
      }
      leftE8 -= partE8;
    }
  }

  /**
   * Has somebody take at a price what is traded there. Makers who stand in the way of that price
   * have gone; where they show too little, one of them offers the rest. What a user has taken of
   * the level before is not there for the taker.
   *
   * @param aggressor the side that takes
   * @param qtyE8 whole lots
   */
  void trade(Side aggressor, long priceE8, long qtyE8, long takerId, long nowNs) {
    Side makers = aggressor.opposite();
    standing(makers, priceE8, false).forEach(level -> withdraw(level, nowNs));
    standing(aggressor, priceE8, true).forEach(level -> withdraw(level, nowNs));
    Level level = level(makers, priceE8);
    look(level);
    off.add(level);
    long missingE8 = level.missingE8;
    List<Piece> before = List.copyOf(level.pieces);
    long lackingE8 = qtyE8 - level.standsE8() - missingE8;
    if (lackingE8 > 0) {
      add(level, lackingE8, nowNs);
    }
    for (long leftE8 = qtyE8; leftE8 > 0; leftE8 -= maxQtyE8) {
      port.take(takerId, aggressor, Math.min(leftE8, maxQtyE8), priceE8, nowNs);
    }
    look(level);
    while (!level.pieces.isEmpty() && !before.contains(level.pieces.getLast())) {
      withdrawLast(level, nowNs);
    }
    level.missingE8 = missingE8;
  }
}
