package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equity is 1000; A and B share a sector; of their returns nothing is known unless it is said. */
class PortfolioRulesTest {
  private static final List<InstrumentId> THREE = List.of(id("A"), id("B"), id("C"));
  private static final Sectors SECTORS = new Sectors(sectors(), THREE);
  private static final PortfolioLimits LIMITS = PortfolioLimits.SHIPPED.with(0.02, 0.6, 1.0, 10);

  private static InstrumentId id(String base) {
    return new InstrumentId("x", base, "Q", Market.PERP);
  }

  private static SortedMap<String, String> sectors() {
    SortedMap<String, String> sectors = new TreeMap<>();
    sectors.put("A", "chains");
    sectors.put("B/Q:Q", "chains");
    return sectors;
  }

  /** Reads {@code book instrument notional risk;...}, instruments by letter. */
  private static Holdings holdings(double equity, String text) {
    List<Holding> all = new ArrayList<>();
    for (String one : text.isBlank() ? new String[0] : text.split(";", -1)) {
      String[] words = one.strip().split(" +", -1);
      all.add(
          new Holding(
              Integer.parseInt(words[0]),
              words[1].charAt(0) - 'A',
              Double.parseDouble(words[2]),
              Double.parseDouble(words[3])));
    }
    return new Holdings(equity, all);
  }

  private static Wanted wanted(String instrument, double stop) {
    Direction direction = instrument.startsWith("-") ? Direction.SHORT : Direction.LONG;
    return new Wanted(0, instrument.replace("-", "").charAt(0) - 'A', direction, 500, stop);
  }

  private static Allowance allowance(ExposureLimit limit, Holdings held, Wanted wanted) {
    MarketRisk market = new MarketRisk(3);
    return switch (limit) {
      case OPEN_POSITIONS -> PortfolioRules.openPositions(held, wanted, LIMITS);
      case SYMBOL -> PortfolioRules.symbol(held, wanted, LIMITS);
      case SECTOR -> PortfolioRules.sector(held, wanted, SECTORS, LIMITS);
      case LEVERAGE -> PortfolioRules.leverage(held, LIMITS);
      case TRADE_RISK -> PortfolioRules.tradeRisk(held, wanted, LIMITS);
      case HEAT -> PortfolioRules.heat(held, wanted, LIMITS);
      case VOLATILITY -> PortfolioRules.volatility(held, wanted, market, LIMITS);
      case VALUE_AT_RISK -> PortfolioRules.valueAtRisk(held, wanted, market, LIMITS);
      case CORRELATION -> PortfolioRules.correlation(held, wanted, market, LIMITS);
      case ORDER_RATE -> throw new IllegalArgumentException("has a memory");
    };
  }

  /**
   * what, limit, what is held, what is wanted (a minus: short), its stop, what is left. 5 % a day
   * is 31.41 % of equity at 30 % a year, and 24.32 % at a loss of 2 % in one day of twenty.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a first position,         OPEN_POSITIONS, '', A, 0.1, Infinity",
    "nine of ten,              OPEN_POSITIONS, 0 A 1 0;1 A 1 0;2 A 1 0;3 A 1 0;4 A 1 0;5 A 1 0;"
        + "6 A 1 0;7 A 1 0;8 A 1 0, C, 0.1, Infinity",
    "ten of ten,               OPEN_POSITIONS, 0 A 1 0;1 A 1 0;2 A 1 0;3 A 1 0;4 A 1 0;5 A 1 0;"
        + "6 A 1 0;7 A 1 0;8 A 1 0;9 A 1 0, C, 0.1, 0",
    "adding opens none,        OPEN_POSITIONS, 0 A 1 0;1 A 1 0;2 A 1 0;3 A 1 0;4 A 1 0;5 A 1 0;"
        + "6 A 1 0;7 A 1 0;8 A 1 0;9 A 1 0, A, 0.1, Infinity",
    "an entry on its way too,  OPEN_POSITIONS, 0 A 1 0;0 A 1 0;1 A 1 0;2 A 1 0;3 A 1 0;4 A 1 0;"
        + "5 A 1 0;6 A 1 0;7 A 1 0;8 A 1 0, C, 0.1, Infinity",
    "a symbol,                 SYMBOL, '', A, 0.1, 600",
    "both ways of a symbol,    SYMBOL, 1 A 100 0;2 A -150 0;1 B 300 0, A, 0.1, 350",
    "a full symbol,            SYMBOL, 1 A 700 0, A, 0.1, 0",
    "a sector,                 SECTOR, 1 A 100 0;2 B -150 0;1 C 300 0, B, 0.1, 550",
    "a sector of its own,      SECTOR, 1 A 100 0;2 B -150 0;1 C 300 0, C, 0.1, 500",
    "leverage,                 LEVERAGE, 1 A 100 0;2 B -150 0;1 C 300 0, C, 0.1, 450",
    "risk of the trade,        TRADE_RISK, '', A, 0.05, 400",
    "no stop,                  TRADE_RISK, '', A, 1, 20",
    "what it risks already,    TRADE_RISK, 0 A 100 15;1 A 100 10, A, 0.05, 100",
    "heat,                     HEAT, 0 A 100 15;1 C 100 10, A, 0.05, 1500",
    "too hot,                  HEAT, 0 A 100 15;1 C 100 90, A, 0.05, 0",
    "volatility,               VOLATILITY, '', A, 0.1, 314.05435",
    "the unknown moves alike,  VOLATILITY, 1 B 200 0, A, 0.1, 114.05435",
    "a short takes away,       VOLATILITY, 1 B 200 0, -A, 0.1, 514.05435",
    "over it already,          VOLATILITY, 1 B 400 0, A, 0.1, 0",
    "over it the other way,      VOLATILITY, 1 B 400 0, -A, 0.1, 714.05435",
    "a day's value at risk,    VALUE_AT_RISK, '', A, 0.1, 243.1827",
    "with what is held,        VALUE_AT_RISK, 1 C 100 0, A, 0.1, 143.1827",
    "more than half of it,     VALUE_AT_RISK, 1 C -100 0, A, 0.1, 343.1827",
    "it fits,                  VALUE_AT_RISK, 1 C 300 0, -A, 0.1, Infinity",
    "it makes it less,         VALUE_AT_RISK, 1 C 900 0, -A, 0.1, Infinity",
    "it is too much already,   VALUE_AT_RISK, 1 C 400 0, A, 0.1, 0",
    "alike until known,        CORRELATION, 1 B 250 0;2 C 100 0, A, 0.1, 250",
    "the other way is apart,   CORRELATION, 1 B -250 0;2 C 100 0, A, 0.1, 500",
    "two shorts are alike,     CORRELATION, 1 B -250 0;2 C 100 0, -A, 0.1, 350"
  })
  void whatIsLeft(
      String what, ExposureLimit limit, String held, String wanted, double stop, double left) {
    Allowance got = allowance(limit, holdings(1000, held), wanted(wanted, stop));
    assertThat(got.by()).as(what).isEqualTo(limit);
    if (Double.isInfinite(left)) {
      assertThat(got.notional()).as(what).isEqualTo(left);
    } else {
      assertThat(got.notional()).as(what).isCloseTo(left, within(1e-4));
    }
  }

  @Test
  void theSmallestWins() {
    MarketRisk market = new MarketRisk(3);
    Holdings held = holdings(1000, "");
    assertThat(PortfolioRules.tightest(held, wanted("A", 0.1), SECTORS, market, LIMITS))
        .isEqualTo(new Allowance(200, ExposureLimit.TRADE_RISK));
    assertThat(PortfolioRules.tightest(held, wanted("A", 0.01), SECTORS, market, LIMITS).by())
        .isEqualTo(ExposureLimit.VALUE_AT_RISK);
    assertThat(PortfolioRules.all(held, wanted("A", 0.1), SECTORS, market, LIMITS))
        .extracting(Allowance::by)
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(ExposureLimit.values())
                .filter(limit -> limit != ExposureLimit.ORDER_RATE)
                .toArray(ExposureLimit[]::new));
  }

  @ParameterizedTest
  @CsvSource({"0", "-5"})
  void withoutEquityNothingIsLeft(double equity) {
    Holdings held = holdings(equity, "1 A 100 5");
    Wanted any = wanted("B", 0.1);
    for (ExposureLimit limit : ExposureLimit.values()) {
      if (limit != ExposureLimit.ORDER_RATE && limit != ExposureLimit.OPEN_POSITIONS) {
        assertThat(allowance(limit, held, any).notional()).as(limit.name()).isZero();
      }
    }
  }

  @Test
  void whatIsNotNamedIsASectorOfItsOwn() {
    Sectors none = new Sectors(new TreeMap<>(), THREE);
    assertThat(none.isShared(0, 1)).isFalse();
    assertThat(none.isShared(1, 1)).isTrue();
    assertThat(none.name(0)).isEqualTo("x:A/Q:Q");
    assertThat(SECTORS.name(1)).isEqualTo("chains");
  }

  /** Its own variance is 0, so it changes none. */
  @Test
  void whatDoesNotMoveIsLeftEverythingUnlessItIsTooMuchAlready() {
    MarketRisk market = new MarketRisk(3);
    for (int day = 0; day < 30; day++) {
      market.onPrice(day * Utc.DAY_NS, 0, 100);
    }
    Wanted still = wanted("A", 0.1);
    assertThat(PortfolioRules.volatility(holdings(1000, ""), still, market, LIMITS).notional())
        .isInfinite();
    assertThat(
            PortfolioRules.volatility(holdings(1000, "1 B 500 0"), still, market, LIMITS)
                .notional())
        .isZero();
  }

  /** what the shipped limits let into one symbol loses under a tenth in a jump of 15 %. */
  @Test
  void aJumpOf15PercentCostsLessThanATenth() {
    Allowance most = PortfolioRules.symbol(holdings(1000, ""), wanted("A", 1e-6), LIMITS);
    assertThat(most.notional() * 0.15).isLessThanOrEqualTo(100);
  }

  @Test
  void researchIsLeftEverything() {
    Holdings held = holdings(1000, "1 A 99999 5000;1 B 99999 5000");
    MarketRisk market = new MarketRisk(3);
    assertThat(PortfolioRules.all(held, wanted("B", 1), SECTORS, market, PortfolioLimits.NONE))
        .allSatisfy(left -> assertThat(left.notional()).isEqualTo(Double.POSITIVE_INFINITY));
  }

  /** Daily prices of A, of B that follows it, and of C that goes its own way. */
  static MarketRisk market(SplittableRandom random, int days) {
    MarketRisk market = new MarketRisk(3);
    double[] prices = {100, 50, 10};
    for (int day = 0; day < days; day++) {
      double common = 0.06 * (random.nextDouble() - 0.5);
      prices[0] *= 1 + common;
      prices[1] *= 1 + common + 0.01 * (random.nextDouble() - 0.5);
      prices[2] *= 1 + 0.08 * (random.nextDouble() - 0.5);
      for (int i = 0; i < 3; i++) {
        market.onPrice(day * Utc.DAY_NS + i, i, prices[i]);
      }
    }
    return market;
  }

  @Test
  void whatMovesAlikeCountsAsOne() {
    MarketRisk market = market(new SplittableRandom(1), 120);
    assertThat(market.correlation(0, 1)).isGreaterThan(0.9);
    assertThat(Math.abs(market.correlation(0, 2))).isLessThan(0.6);
    Holdings held = holdings(1000, "1 B 250 0;2 C 100 0;3 B -40 0");
    assertThat(PortfolioRules.correlation(held, wanted("A", 0.1), market, LIMITS).notional())
        .isEqualTo(350);
    assertThat(PortfolioRules.correlation(held, wanted("-A", 0.1), market, LIMITS).notional())
        .isEqualTo(560);
  }

  /** An entry that is cut to the tightest is within every limit, and one that is larger is not. */
  @Test
  void whatIsCutFitsAndNoMoreDoes() {
    int bound = 0;
    for (long seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MarketRisk market = market(random, random.nextInt(150));
      List<Holding> all = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        double notional = 300 * (random.nextDouble() - 0.5);
        all.add(new Holding(i, random.nextInt(3), notional, Math.abs(notional) * 0.05));
      }
      Holdings held = new Holdings(1000, all);
      Direction direction = random.nextBoolean() ? Direction.LONG : Direction.SHORT;
      Wanted wanted = new Wanted(0, random.nextInt(3), direction, 2000, random.nextDouble() + 0.01);
      Allowance left = PortfolioRules.tightest(held, wanted, SECTORS, market, LIMITS);
      boolean wasWithin = isWithin(held, 0, wanted, market);
      if (left.notional() > 0 && wasWithin) {
        assertThat(isWithin(held, left.notional() * (1 - 1e-6), wanted, market))
            .as("seed %s, by %s", seed, left.by())
            .isTrue();
        assertThat(isWithin(held, left.notional() * (1 + 1e-6), wanted, market))
            .as("seed %s, by %s", seed, left.by())
            .isFalse();
        bound++;
      }
    }
    assertThat(bound).isGreaterThan(250);
  }

  /** Every limit of the book with the new position in it, reckoned anew. */
  private static boolean isWithin(
      Holdings held, double notional, Wanted wanted, MarketRisk market) {
    List<Holding> all = new ArrayList<>(held.all());
    double signed = wanted.direction().sign() * notional;
    all.add(new Holding(0, wanted.instrument(), signed, notional * wanted.stopDistance()));
    Holdings with = new Holdings(held.equity(), all);
    double alike = notional;
    for (Holding other : held.all()) {
      double correlation = market.correlation(other.instrument(), wanted.instrument());
      boolean same = other.notional() > 0 == wanted.direction().sign() > 0;
      alike += correlation * (same ? 1 : -1) > 0.7 ? Math.abs(other.notional()) : 0;
    }
    return alike <= 600
        && notional * wanted.stopDistance() <= 20
        && PortfolioRules.use(with, SECTORS, market, LIMITS).stream()
            .allMatch(use -> use.used() <= use.limit());
  }

  @Test
  void whatIsUsed() {
    Holdings held = holdings(1000, "1 A 100 5;2 A -50 3;1 B 200 7;3 C -30 2");
    assertThat(PortfolioRules.use(held, SECTORS, new MarketRisk(3), LIMITS))
        .extracting(use -> use.by() + " " + Math.round(use.used() * 1e4) / 1e4 + " " + use.limit())
        .containsExactly(
            "OPEN_POSITIONS 4.0 10.0",
            "SYMBOL 0.2 0.6",
            "SECTOR 0.35 0.8",
            "LEVERAGE 0.38 1.0",
            "HEAT 0.017 0.1",
            "VOLATILITY 0.2102 0.3",
            "VALUE_AT_RISK 0.0181 0.02");
  }

  @Test
  void aLimitThatIsNearlyUsedIsToldOnceADay() {
    NearLimits near = new NearLimits(0.8);
    List<LimitUse> low = List.of(new LimitUse(ExposureLimit.HEAT, 0.0799, 0.1));
    List<LimitUse> high = List.of(new LimitUse(ExposureLimit.HEAT, 0.08, 0.1));
    assertThat(near.onUse(0, low)).isEmpty();
    assertThat(near.onUse(1, high)).isEqualTo(high);
    assertThat(near.onUse(2, low)).isEmpty();
    assertThat(Cut.into(new NearLimits(0.8), near).onUse(Utc.DAY_NS - 1, high)).isEmpty();
    assertThat(near.onUse(Utc.DAY_NS - 1, high)).isEmpty();
    assertThat(near.onUse(Utc.DAY_NS, high)).isEqualTo(high);
    assertThat(high.getFirst().share()).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void ordersAMinute() {
    OrderRate rate = new OrderRate(Rate.perMinute(2));
    long second = Utc.SECOND_NS;
    rate.onOrder(0);
    assertThat(rate.allowance(0).notional()).isInfinite();
    rate.onOrder(10 * second);
    assertThat(rate.allowance(10 * second)).isEqualTo(new Allowance(0, ExposureLimit.ORDER_RATE));
    assertThat(rate.allowance(60 * second - 1).notional()).isZero();
    assertThat(rate.freeFromNs(20 * second)).hasValue(60 * second);
    assertThat(rate.count(59 * second)).isEqualTo(2);
    assertThat(rate.allowance(60 * second).notional()).isInfinite();
    assertThat(rate.freeFromNs(60 * second)).isEmpty();
    assertThat(rate.count(60 * second)).isEqualTo(1);
  }

  /** Against a list of all orders. */
  @Test
  void ordersAgainstAReference() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rate limit = new Rate(1 + random.nextInt(8), 1 + random.nextInt(50));
      OrderRate rate = new OrderRate(limit);
      List<Long> all = new ArrayList<>();
      long timeNs = 0;
      for (int i = 0; i < 300; i++) {
        timeNs += random.nextInt(20);
        rate = random.nextInt(20) == 0 ? Cut.into(new OrderRate(limit), rate) : rate;
        long now = timeNs;
        long count = all.stream().filter(order -> now - order < limit.windowNs()).count();
        assertThat(rate.allowance(timeNs).notional() == 0)
            .as("seed %s", seed)
            .isEqualTo(count >= limit.count());
        assertThat((long) rate.count(timeNs)).isEqualTo(Math.min(count, limit.count()));
        if (random.nextBoolean()) {
          rate.onOrder(timeNs);
          all.add(timeNs);
        }
      }
    }
  }

  @Test
  void whatIsAskedIsChecked() {
    assertThatThrownBy(() -> new Holding(0, 0, Double.NaN, 0)).hasMessageContaining("notional");
    assertThatThrownBy(() -> new Holding(0, 0, 1, -1)).hasMessageContaining("risk must be >= 0");
    assertThatThrownBy(() -> new Wanted(0, 0, Direction.LONG, 0, 1)).hasMessageContaining("> 0");
    assertThatThrownBy(() -> new Wanted(0, 0, Direction.LONG, 1, 0)).hasMessageContaining("> 0");
    assertThatThrownBy(
            () -> new PortfolioLimits(0, 1, 1, 1, 1, 1, 1, 1, RiskLevel.DEFAULT, 1, Rate.NEVER))
        .hasMessage("openPositions must be >= 1, was 0");
    assertThatThrownBy(
            () -> new PortfolioLimits(1, 1, 1, 1, 1, 1, 1, 1, RiskLevel.DEFAULT, 1.1, Rate.NEVER))
        .hasMessage("correlation must be in [-1, 1], was 1.1");
  }

  /** A short that stands against it may never be filled; one that is held does lessen it. */
  @ParameterizedTest
  @CsvSource({"VOLATILITY", "VALUE_AT_RISK"})
  void whatIsUnderWayIsNoHedge(ExposureLimit limit) {
    double[] left = new double[3];
    for (int kind = 0; kind < left.length; kind++) {
      List<Holding> all = kind == 0 ? List.of() : List.of(new Holding(1, 1, -200, 1, kind == 1));
      left[kind] = allowance(limit, new Holdings(1000, all), wanted("A", 0.1)).notional();
    }
    assertThat(left[1]).isEqualTo(left[0]).isPositive();
    assertThat(left[2]).isGreaterThan(left[0]);
  }
}
