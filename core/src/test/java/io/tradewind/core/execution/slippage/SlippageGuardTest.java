package io.tradewind.core.execution.slippage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.execution.slippage.SlippagePolicy.Action;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices have 2 digits and a tick of 0.05, quantities none and a lot of 2; the mid is 100. */
class SlippageGuardTest {
  private static final TradingRules RULES = new TradingRules(0, 5, 2, 2, 300_00, 0, 0);
  private static final Instrument INSTRUMENT =
      new Instrument(new InstrumentId("x", "A", "Q", Market.SPOT), 2, 0, 2, List.of(RULES));
  private static final long MID = 100_00;

  private static ParentOrder order(Side side, long qty) {
    return new ParentOrder(INSTRUMENT, RULES, side, qty, OptionalLong.empty(), 1);
  }

  private static List<Level> levels(String text) {
    List<Level> levels = new ArrayList<>();
    for (String level : text.split(" ", -1)) {
      String[] part = level.split("x", -1);
      levels.add(new Level(Math.round(Double.parseDouble(part[1]) * 100), Long.parseLong(part[0])));
    }
    return levels;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the touch alone,   BUY,  10, 10x100.1 10x100.3,   0.001, 0,      true",
    "two levels,        BUY,  20, 10x100.1 10x100.3,   0.001, 0.001,  true",
    "a part of one,     BUY,  15, 10x100.1 10x100.4,   0.001, 0.001,  true",
    "too deep,          BUY,  30, 10x100.1 10x100.3,   0.001, 0.001,  false",
    "a sale,            SELL, 20, 10x99.9 10x99.5,     0.001, 0.002,  true",
    "better than mid,   SELL, 10, 10x100.1,            0,     0,      true"
  })
  void walksABook(
      String what, Side side, long qty, String book, double spread, double impact, boolean all) {
    ExpectedSlippage got = new Liquidity.Book(MID, levels(book), 0).expected(side, qty);
    assertThat(got.spread()).as(what).isCloseTo(spread, offset(1e-12));
    assertThat(got.impact()).as(what).isCloseTo(impact, offset(1e-12));
    assertThat(got.isComplete()).as(what).isEqualTo(all);
  }

  @Test
  void theSquareRootOfWhatIsTraded() {
    Liquidity model = new Liquidity.Model(MID, 0.0004, 0.04, 1_000_000, SquareRootImpact.DEFAULT);
    ExpectedSlippage got = model.expected(Side.BUY, 100);
    assertThat(got.spread()).isEqualTo(0.0002);
    assertThat(got.impact()).isCloseTo(0.0004, offset(1e-15));
    assertThat(got.ratio()).isCloseTo(0.0006, offset(1e-15));
    assertThat(model.expected(Side.SELL, 400).impact()).isCloseTo(0.0008, offset(1e-15));
    assertThat(model.largestWithin(Side.BUY, 0.0006)).isBetween(99L, 100L);
    assertThat(model.largestWithin(Side.BUY, 0.0001)).isZero();
    assertThat(
            new Liquidity.Model(MID, 0, 0, 1, SquareRootImpact.DEFAULT)
                .largestWithin(Side.BUY, 0.1))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(
            new Liquidity.Model(MID, 0, 0, 0, SquareRootImpact.DEFAULT)
                .largestWithin(Side.BUY, 0.1))
        .isZero();
  }

  /** The limit is a tenth of a percent: 10 at 100.05 and 10 at 100.15 lose just that together. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "just within,          BUY,  20, 10x100.05 90x100.15,  SPLIT,  REFUSE, Pass WITHIN",
    "split in two,         BUY,  22, 10x100.05 90x100.15,  SPLIT,  REFUSE, Split OVER_LIMIT 2 60",
    "split in four,        BUY,  80, 10x100.05 90x100.15,  SPLIT,  REFUSE, Split OVER_LIMIT 4 120",
    "beyond the book,      BUY, 102, 10x100.05 90x100.15,  SPLIT,  REFUSE, Split TOO_THIN 6 180",
    "too many parts,       BUY, 420, 10x100.05 90x100.15,  SPLIT,  REFUSE, Refuse TOO_MANY_PARTS",
    "spread too wide,      BUY,  20, 90x100.15,            SPLIT,  REFUSE, Refuse SPREAD_TOO_WIDE",
    "a limit instead,      BUY,  20, 90x100.15,            SPLIT,  LIMIT,  Limit SPREAD_TOO_WIDE 10010",
    "parts under minimum,  BUY,  20, 2x100.1 90x101,       SPLIT,  REFUSE, Refuse TOO_MANY_PARTS",
    "a limit,              BUY,  80, 10x100.05 90x100.15,  LIMIT,  REFUSE, Limit OVER_LIMIT 10010",
    "a limit of a sale,    SELL, 80, 10x99.95 90x99.85,    LIMIT,  REFUSE, Limit OVER_LIMIT 9990",
    "a sale split,         SELL, 22, 10x99.95 90x99.85,    SPLIT,  REFUSE, Split OVER_LIMIT 2 60",
    "refused,              SELL, 80, 10x99.95 90x99.85,    REFUSE, REFUSE, Refuse OVER_LIMIT"
  })
  void judges(
      String what, Side side, long qty, String book, Action action, Action otherwise, String says) {
    SlippagePolicy policy =
        new SlippagePolicy(0.001, action, otherwise, 20, 30 * Utc.SECOND_NS, 0.1, 0);
    SlippageVerdict verdict =
        SlippageGuard.judge(policy, order(side, qty), new Liquidity.Book(MID, levels(book), 0));
    String name = verdict.getClass().getSimpleName() + " " + verdict.reason();
    String detail =
        switch (verdict) {
          case SlippageVerdict.Pass _, SlippageVerdict.Refuse _ -> "";
          case SlippageVerdict.Limit limit -> " " + limit.priceScaled();
          case SlippageVerdict.Split split ->
              " " + split.parts() + " " + split.durationNs() / Utc.SECOND_NS;
        };
    assertThat(name + detail).as(what).isEqualTo(says);
  }

  /** A hundredth of the day's volume at a tenth of it takes a tenth of the day. */
  @Test
  void aSplitTakesTheTimeThatTheVolumeNeeds() {
    Liquidity model = new Liquidity.Model(MID, 0.0004, 0.04, 100_000, SquareRootImpact.DEFAULT);
    SlippagePolicy policy =
        new SlippagePolicy(0.001, Action.SPLIT, Action.REFUSE, 40, Utc.SECOND_NS, 0.1, 0);
    SlippageVerdict verdict = SlippageGuard.judge(policy, order(Side.BUY, 1000), model);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            SlippageVerdict.Split.class,
            split -> {
              assertThat(split.parts()).isEqualTo(25);
              assertThat(split.durationNs()).isEqualTo(Utc.DAY_NS / 10);
              assertThat(split.participation()).isEqualTo(0.1);
            });
  }

  @Test
  void ofWhatNothingIsKnownNothingGoes() {
    Liquidity model = new Liquidity.Model(MID, 0.0004, 0.04, 0, SquareRootImpact.DEFAULT);
    assertThat(SlippageGuard.judge(SlippagePolicy.DEFAULT, order(Side.BUY, 10), model))
        .isEqualTo(
            new SlippageVerdict.Refuse(
                new ExpectedSlippage(0.0002, 0, false), SlippageReason.TOO_THIN));
    Liquidity book = new Liquidity.Book(MID, List.of(), 0);
    assertThat(SlippageGuard.judge(SlippagePolicy.DEFAULT, order(Side.BUY, 10), book).reason())
        .isEqualTo(SlippageReason.TOO_THIN);
  }

  /** Each part of a split passes by itself, and one part fewer would not do. */
  @Test
  void partsPassAndAreAsFewAsCanBe() {
    int splits = 0;
    for (long seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      List<Level> levels = new ArrayList<>();
      long price = MID + side.sign() * random.nextLong(0, 6);
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        levels.add(new Level(price, random.nextLong(1, 50)));
        price += side.sign() * random.nextLong(1, 10);
      }
      Liquidity book = new Liquidity.Book(MID, levels, 0);
      ParentOrder order = order(side, 2 * random.nextLong(1, 200));
      SlippageVerdict verdict = SlippageGuard.judge(SlippagePolicy.DEFAULT, order, book);
      if (verdict instanceof SlippageVerdict.Split split) {
        splits++;
        long part = Math.ceilDiv(Math.ceilDiv(order.qtyScaled(), split.parts()), 2) * 2;
        assertThat(passes(book, side, part)).as("seed %s", seed).isTrue();
        long larger = Math.ceilDiv(Math.ceilDiv(order.qtyScaled(), split.parts() - 1), 2) * 2;
        assertThat(passes(book, side, larger)).as("seed %s, one fewer", seed).isFalse();
      }
    }
    assertThat(splits).isGreaterThan(500);
  }

  private static boolean passes(Liquidity book, Side side, long qty) {
    ExpectedSlippage expected = book.expected(side, qty);
    return expected.isComplete() && expected.ratio() <= 0.001 + 1e-12;
  }

  @Test
  void theSpecificationsNumberIsTheDefault() {
    assertThat(SlippagePolicy.DEFAULT.maxRatio()).isEqualTo(0.001);
    assertThatThrownBy(() -> new SlippagePolicy(0.001, Action.SPLIT, Action.SPLIT, 20, 1, 0.1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
