package io.tradewind.core.execution.route;

import io.tradewind.core.execution.slippage.Level;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Prices have 2 digits, quantities none, cash 8: every product and fee is exact. */
final class Venues {
  static final long CASH = 100_000_000L;
  static final TradingRules FREE = rules(1, 0, 0, 0);
  static final Instrument INSTRUMENT =
      new Instrument(new InstrumentId("x", "A", "Q", Market.SPOT), 2, 0, 8, List.of(FREE));

  private Venues() {}

  static TradingRules rules(long lot, long minQty, long minNotional, long takerFeePpm) {
    return new TradingRules(0, 1, lot, minQty, minNotional * CASH, 0, takerFeePpm);
  }

  /** {@code 3x100.5 4x101}. */
  static List<Level> levels(String text) {
    List<Level> levels = new ArrayList<>();
    for (String level : text.strip().split(" +", -1)) {
      String[] part = level.split("x", -1);
      levels.add(new Level(Math.round(Double.parseDouble(part[1]) * 100), Long.parseLong(part[0])));
    }
    return levels;
  }

  /** A small book near 100 with whatever a venue may ask for. */
  static VenueBook draw(SplittableRandom random, int venue, Side side) {
    List<Level> levels = new ArrayList<>();
    long price = 10_000 + side.sign() * random.nextLong(0, 20);
    for (int i = random.nextInt(4); i > 0; i--) {
      levels.add(new Level(price, random.nextLong(1, 5)));
      price += side.sign() * random.nextLong(1, 30);
    }
    boolean isPicky = random.nextBoolean();
    TradingRules rules =
        rules(
            1,
            isPicky ? random.nextLong(6) : 0,
            isPicky ? random.nextLong(500) : 0,
            1000 * random.nextLong(3));
    long balance = side == Side.SELL ? random.nextLong(2, 20) : random.nextLong(100, 2000) * CASH;
    return new VenueBook(venue, levels, rules, balance, random.nextLong(3) * 1_000_000_000L);
  }
}
