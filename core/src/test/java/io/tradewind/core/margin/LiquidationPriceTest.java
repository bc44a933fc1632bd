package io.tradewind.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact prices of analytics/src/test/golden/liquidation.py, and every tick walked. */
class LiquidationPriceTest {
  private static final int PRICE_SCALE = 4;
  private static final int SCALE = 8;
  private static final long UNIT = 100_000_000;
  private static final MarginTable BTC =
      table(
          new long[] {
            0,
            50_000,
            250_000,
            1_000_000,
            10_000_000,
            20_000_000,
            50_000_000,
            100_000_000,
            200_000_000,
            300_000_000
          },
          new long[] {
            4_000, 5_000, 10_000, 25_000, 50_000, 100_000, 125_000, 150_000, 250_000, 500_000
          });
  private static final MarginTable ETH =
      table(
          new long[] {
            0, 10_000, 100_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000
          },
          new long[] {5_000, 6_500, 10_000, 20_000, 50_000, 100_000, 125_000, 150_000, 250_000});
  private static final MarginTable FLAT = table(new long[] {0}, new long[] {5_000});

  private static MarginTable table(long[] floors, long[] ppm) {
    List<MarginTier> tiers = new ArrayList<>();
    long deduction = 0;
    for (int i = 0; i < floors.length; i++) {
      deduction += i == 0 ? 0 : floors[i] * UNIT / 1_000_000 * (ppm[i] - ppm[i - 1]);
      long cap = i + 1 < floors.length ? floors[i + 1] * UNIT : Long.MAX_VALUE;
      tiers.add(new MarginTier(floors[i] * UNIT, cap, ppm[i], deduction, 1));
    }
    return new MarginTable(tiers, 12_500);
  }

  private static Instrument instrument(int price, int qty, int cash, MarginTable table) {
    return new Instrument(
        new InstrumentId("x", "A", "Q", Market.PERP),
        price,
        qty,
        cash,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)),
        table);
  }

  static Stream<String> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LiquidationPriceTest.class.getResourceAsStream("/golden/liquidation.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().skip(1).toList().stream();
    }
  }

  @Test
  void theTableIsLongEnough() throws IOException {
    assertThat(golden()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void isTheExactRoot(String line) {
    String[] cells = line.split(",");
    MarginTable table =
        switch (cells[1]) {
          case "btc" -> BTC;
          case "eth" -> ETH;
          default -> FLAT;
        };
    OptionalLong price =
        LiquidationPrice.of(
            instrument(PRICE_SCALE, SCALE, SCALE, table),
            scaled(cells[3], SCALE),
            scaled(cells[4], SCALE),
            scaled(cells[5], SCALE) + scaled(cells[6], SCALE) - scaled(cells[7], SCALE),
            scaled(cells[2], PRICE_SCALE));
    String told = price.isEmpty() ? "never" : FixedPoint.format(price.getAsLong(), PRICE_SCALE);
    assertThat(told).isEqualTo(cells[8]);
  }

  private static long scaled(String text, int scale) {
    return FixedPoint.parse(text, scale, RoundingMode.UNNECESSARY);
  }

  /** Small numbers in odd scales, so that a walk over all ticks comes to the end. */
  @Test
  void aWalkOverAllTicksFindsTheSame() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int price = random.nextInt(0, 3);
      int qty = random.nextInt(0, 5);
      int cash = random.nextInt(0, 5);
      Instrument i = instrument(price, qty, cash, tiers(random));
      long tick = random.nextInt(1, 6);
      // Large enough that the walk has no more than some ten thousand steps.
      long most = FixedPoint.pow10(Math.max(0, price + qty - cash - 1));
      long held = (random.nextBoolean() ? most : -most) * random.nextLong(1, 4_000);
      long cost = random.nextLong(0, 2_000);
      long backing = random.nextLong(-200, 2_500);
      assertThat(LiquidationPrice.of(i, held, cost, backing, tick))
          .as("seed %s: %s held, cost %s, backing %s, tick %s", seed, held, cost, backing, tick)
          .isEqualTo(walk(i, held, cost, backing, tick));
    }
  }

  private static MarginTable tiers(SplittableRandom random) {
    List<MarginTier> tiers = new ArrayList<>();
    long floor = 0;
    long deduction = 0;
    long ppm = random.nextLong(1, 20) * 10_000;
    for (int left = random.nextInt(4); left >= 0; left--) {
      long cap = left == 0 ? Long.MAX_VALUE : floor + random.nextLong(1, 10) * 100;
      tiers.add(new MarginTier(floor, cap, ppm, deduction, 1));
      long more = random.nextLong(0, 20) * 10_000;
      deduction += left == 0 ? 0 : cap * more / 1_000_000;
      floor = cap;
      ppm += more;
    }
    return new MarginTable(tiers, 0);
  }

  /** Of a long the first tick that is safe, of a short the last one. */
  private static OptionalLong walk(Instrument i, long held, long cost, long backing, long tick) {
    if (held > 0 && surplus(i, held, cost, backing, 0).signum() >= 0) {
      return OptionalLong.empty();
    }
    long price = 0;
    boolean safe = held < 0;
    while ((surplus(i, held, cost, backing, price).signum() >= 0) == safe) {
      price += tick;
    }
    return OptionalLong.of(held > 0 ? price : Math.max(0, price - tick));
  }

  private static BigDecimal surplus(Instrument i, long held, long cost, long backing, long price) {
    BigDecimal notional =
        FixedPoint.toDecimal(price, i.priceScale())
            .multiply(FixedPoint.toDecimal(Math.abs(held), i.qtyScale()))
            .movePointRight(i.cashScale());
    BigDecimal margin = BigDecimal.ZERO;
    for (MarginTier tier : i.margin().tiers()) {
      BigDecimal top = notional.min(BigDecimal.valueOf(tier.capScaled()));
      BigDecimal slice = top.subtract(BigDecimal.valueOf(tier.floorScaled())).max(BigDecimal.ZERO);
      margin = margin.add(slice.multiply(BigDecimal.valueOf(tier.maintenancePpm(), 6)));
    }
    BigDecimal gain = notional.subtract(BigDecimal.valueOf(cost));
    return BigDecimal.valueOf(backing).add(held > 0 ? gain : gain.negate()).subtract(margin);
  }

  @Test
  void numbersTooLargeForALongAreNeverWrong() {
    Instrument fine = instrument(18, 18, 0, MarginTable.standard(0));
    long much = 1_000_000_000_000_000_000L;
    assertThat(LiquidationPrice.of(fine, -1, 0, much, 7)).isEmpty();
    assertThat(LiquidationPrice.of(fine, 1, much, 0, 7)).hasValue(Long.MAX_VALUE / 7 * 7);
    // 1e18 of cost over 1e18 / 1e18 of a coin, at half a coin to two of margin above 100 million
    assertThat(
            LiquidationPrice.of(instrument(0, 18, 0, MarginTable.standard(0)), much, 1_000, 0, 1))
        .hasValue(1_006);
    assertThat(LiquidationPrice.of(instrument(0, 0, 18, MarginTable.standard(18)), 1, much, 0, 1))
        .hasValue(2);
  }
}
