package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.testkit.CandleTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds in every market for every strategy. A failure names its seed; {@code new World(seed)}
 * plays it again.
 */
class SessionPropertyTest {
  private static final int SEEDS = 400;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void booksAndFillsHold(long seed) {
    World world = new World(seed);
    Witness witness = new Witness(world);
    CandleSession session = world.session(witness);
    witness.session = session;
    while (session.step()) {
      witness.check(seed);
    }
    session.end();
    witness.check(seed);
    witness.checkEnd(seed);
  }

  /** The worlds are only worth something if everything happens in them. */
  @Test
  void everythingHappens() {
    EnumSet<OrderPurpose> filled = EnumSet.noneOf(OrderPurpose.class);
    EnumSet<OrderState> states = EnumSet.noneOf(OrderState.class);
    for (long seed = 0; seed < 250; seed++) {
      World world = new World(seed);
      CandleSession session =
          world.session(entry -> {
            if (entry instanceof AuditRecord.OrderMoved moved) {
              states.add(moved.state());
              if (moved.event() instanceof OrderEvent.Filled) {
                filled.add(moved.intent().purpose());
              }
            }
          });
      while (session.step()) {
        assertThat(session.candles()).isPositive();
      }
      session.end();
    }
    assertThat(filled)
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(
                    OrderPurpose.ADD,
                    OrderPurpose.HEDGE,
                    OrderPurpose.RELEASE,
                    OrderPurpose.REDUCE,
                    OrderPurpose.BREAKER,
                    OrderPurpose.EMERGENCY)));
    assertThat(states)
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(OrderState.INTENDED, OrderState.SENT, OrderState.UNKNOWN)));
  }

  /** Follows a run by its audit alone, with arithmetic of its own. */
  private static final class Witness implements io.tradewind.core.port.AuditSink {
    private static final Set<OrderPurpose> OPENS = EnumSet.of(OrderPurpose.ENTRY);

    private final World world;
    private final long[] held;
    private BigDecimal flows = BigDecimal.ZERO;
    private long profits;
    private long sequence;
    private long timeNs = Long.MIN_VALUE;
    private CandleSession session;

    @SuppressWarnings("NullAway") // the session needs its sink first
    Witness(World world) {
      this.world = world;
      this.held = new long[world.spec.instruments().size()];
    }

    @Override
    public void accept(AuditRecord entry) {
      assertThat(entry.sequence()).as("sequence").isEqualTo(++sequence);
      assertThat(entry.timeNs()).as("time of %s", entry).isGreaterThanOrEqualTo(timeNs);
      timeNs = entry.timeNs();
      switch (entry) {
        case AuditRecord.OrderMoved moved when moved.event() instanceof OrderEvent.Filled fill ->
            follow(moved, fill);
        case AuditRecord.TradeClosed closed -> profits += closed.trade().profitScaled();
        default -> {}
      }
    }

    private void follow(AuditRecord.OrderMoved moved, OrderEvent.Filled fill) {
      int instrument = moved.intent().instrument();
      int sign = moved.intent().side().sign();
      CandleColumns rows = world.feeds.get(instrument);
      int row = rows.firstRowFrom(fill.timeNs() + 1) - 1;
      if (moved.intent().purpose() == OrderPurpose.END) {
        assertThat(fill.priceScaled()).as("the last close").isEqualTo(rows.close(row));
      } else {
        assertThat(fill.timeNs()).as("within a candle").isLessThan(rows.closeTimeNs(row));
      }
      assertThat(fill.priceScaled()).as("%s", moved).isBetween(rows.low(row), rows.high(row));
      long before = held[instrument];
      long after = before + sign * fill.qtyScaled();
      if (moved.intent().reduceOnly()) {
        assertThat(Math.abs(after)).as("reduces: %s", moved).isLessThan(Math.abs(before));
        assertThat(Long.signum(before)).as("turned around: %s", moved).isEqualTo(-sign);
      } else {
        assertThat(OPENS).contains(moved.intent().purpose());
      }
      held[instrument] = after - (fill.feeInBase() ? fill.feeScaled() : 0);
      flows =
          flows
              .subtract(BigDecimal.valueOf(sign * fill.quoteScaled()))
              .subtract(BigDecimal.valueOf(fill.slippageScaled()))
              .subtract(BigDecimal.valueOf(fill.feeInBase() ? 0 : fill.feeScaled()));
    }

    void check(long seed) {
      session.engine().checkInvariants();
      long capital = world.spec.capitalScaled();
      BigDecimal equity = BigDecimal.valueOf(capital).add(flows);
      assertThat(session.engine().portfolio().cashScaled())
          .as("cash at engine and venue, seed %s", seed)
          .isEqualTo(session.venue().account(0).cashScaled());
      for (int i = 0; i < held.length; i++) {
        var position = session.engine().portfolio().position(i);
        assertThat(session.venue().account(0).heldScaled(i))
            .as("held at venue, seed %s", seed)
            .isEqualTo(held[i])
            .isEqualTo(position.qtyScaled() + position.dustQtyScaled());
        if (world.spec.instruments().get(i).id().market() == Market.SPOT) {
          assertThat(held[i]).as("spot balance, seed %s", seed).isNotNegative();
        }
        equity = equity.add(worth(i));
      }
      assertThat(BigDecimal.valueOf(session.engine().equityScaled()))
          .as("equity is capital, flows and what is held, seed %s", seed)
          .isEqualByComparingTo(equity);
    }

    /** Price times quantity to the last digit of cash. */
    private BigDecimal worth(int instrument) {
      long mark = session.engine().portfolio().markScaled(instrument);
      return FixedPoint.toDecimal(mark, 4)
          .multiply(FixedPoint.toDecimal(held[instrument], 8))
          .setScale(8, RoundingMode.HALF_EVEN)
          .movePointRight(8);
    }

    void checkEnd(long seed) {
      long gained = session.engine().equityScaled() - world.spec.capitalScaled();
      long dust = 0;
      for (int i = 0; i < held.length; i++) {
        var position = session.engine().portfolio().position(i);
        assertThat(position.isFlat()).as("flat at the end, seed %s", seed).isTrue();
        dust += worth(i).longValueExact() - position.dustCostScaled();
      }
      assertThat(gained).as("profits and dust, seed %s", seed).isEqualTo(profits + dust);
      assertThat(session.timeNs())
          .as("the end is the last close, seed %s", seed)
          .isEqualTo(
              world.feeds.stream()
                  .mapToLong(rows -> rows.closeTimeNs(rows.size() - 1))
                  .max()
                  .orElse(CandleTable.START_NS));
    }
  }
}
