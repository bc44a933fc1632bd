package io.tradewind.app.exchange;

import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.Recording;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked for of market, faults and clock, as it was written.
 *
 * @param symbols such as {@code BTC/USDT}; empty for the usual ones, or all of a recording
 * @param replay a file, folder or store
 * @param from a date
 * @param speed how fast a recording happens
 * @param clock wall or data
 * @param history how much is known from before a market that is made
 * @param faults a file
 * @param latency such as {@code 50ms}
 */
public record ExchangeOptions(
    List<String> symbols,
    Optional<String> replay,
    Optional<String> from,
    Optional<String> speed,
    Optional<String> clock,
    Optional<String> history,
    Optional<String> faults,
    Optional<String> latency) {
  /** The history of a market that is made. */
  public static final String HISTORY = "3d";

  private static final long LONGEST_HISTORY_NS = 365 * Utc.DAY_NS;
  private static final long MILLI_NS = Utc.SECOND_NS / 1000;
  private static final double LEAST_SPEED = 0.1;
  private static final double MOST_SPEED = 3_600;
  private static final Pattern LATENCY = Pattern.compile("([0-9]{1,6})(ms|s)");

  /** Who trades, with what. */
  public record Customer(List<ApiKey> keys, Map<String, Long> balancesE8, long seed) {}

  /** Makes an exchange of it; what is wrong is added to the mistakes, and then it is of no use. */
  public Optional<ExchangeStart> start(Customer customer, InstantSource wall, Mistakes mistakes) {
    FaultPlan plan = mistakes.find(this::plan).orElse(FaultPlan.NONE);
    return mistakes.find(() ->
        replay.isPresent() ? replayed(customer, plan, wall) : generated(customer, plan, wall));
  }

  private FaultPlan plan() {
    FaultPlan plan = faults.map(file -> FaultFile.read(Path.of(file))).orElse(FaultPlan.NONE);
    if (latency.isEmpty()) {
      return plan;
    }
    Matcher text = LATENCY.matcher(latency.get());
    double ms =
        text.matches()
            ? Double.parseDouble(text.group(1)) * (text.group(2).equals("s") ? 1_000 : 1)
            : -1;
    if (ms < 0 || ms > FaultSetting.LATENCY_MS.most()) {
      throw new UserMistake(
          "--latency must be a time up to 60s, such as 50ms, was '" + latency.get() + "'");
    }
    return plan.with(FaultSetting.LATENCY_MS, ms);
  }

  private ExchangeStart generated(Customer customer, FaultPlan plan, InstantSource wall) {
    Mistakes mistakes = new Mistakes();
    refuse("--from", from, mistakes);
    refuse("--speed", speed, mistakes);
    refuse("--clock", clock, mistakes);
    List<TradedSymbol> traded = new ArrayList<>();
    for (String text : symbols) {
      try {
        traded.add(TradedSymbol.of(text));
      } catch (IllegalArgumentException wrong) {
        mistakes.add("--symbols: '" + text + "' is no spot symbol such as BTC/USDT");
      }
    }
    if (symbols.isEmpty()) {
      mistakes.add("--symbols must name a symbol, such as BTC/USDT");
    }
    long historyNs = mistakes.find(this::historyNs).orElse(0L);
    mistakes.orThrow();
    MarketSource source = new MarketSource.Generated(customer.seed(), historyNs);
    ExchangeSetup setup =
        new ExchangeSetup(traded, customer.keys(), customer.balancesE8(), source, Optional.empty());
    return new ExchangeStart(
        setup,
        plan,
        wall,
        wall.millis() * 1_000_000,
        Optional.empty(),
        "generated, seed " + customer.seed());
  }

  private static void refuse(String name, Optional<String> given, Mistakes mistakes) {
    if (given.isPresent()) {
      mistakes.add(name + " is for --replay; a market that is generated begins now");
    }
  }

  private long historyNs() {
    String text = history.orElse(HISTORY);
    if (text.equals("0")) {
      return 0;
    }
    try {
      long ns = Interval.parse(text).durationNs();
      if (ns <= LONGEST_HISTORY_NS) {
        return ns;
      }
    } catch (IllegalArgumentException none) {
      // Told below.
    }
    throw new UserMistake("--history must be a time up to 365d, or 0, was '" + text + "'");
  }

  private ExchangeStart replayed(Customer customer, FaultPlan plan, InstantSource wall) {
    Mistakes mistakes = new Mistakes();
    double fast = mistakes.find(this::readSpeed).orElse(1.0);
    boolean isOfTheData = mistakes.find(() -> isOfTheData(fast)).orElse(false);
    Optional<Long> asked = from.flatMap(text -> mistakes.find(() -> instant(text)));
    if (history.isPresent()) {
      mistakes.add("--history is for a market that is generated; a replay has what its data has");
    }
    mistakes.orThrow();
    OptionalLong wanted = asked.map(OptionalLong::of).orElse(OptionalLong.empty());
    Map<InstrumentId, Recording> all = ReplayData.read(path(), symbols, wanted);
    long fromNs = asked.orElseGet(() -> ReplayData.firstNs(all));
    checkBegins(all, fromNs);
    long endNs = all.values().stream().mapToLong(Recording::endNs).min().orElseThrow();
    ReplayClock time =
        isOfTheData
            ? ReplayClock.ofTheData(wall, fromNs, fast)
            : ReplayClock.ofTheWall(wall, fromNs, endNs);
    checkBegins(all, time.positionNs());
    List<TradedSymbol> traded = new ArrayList<>();
    Map<String, Recording> moved = new LinkedHashMap<>();
    all.forEach((id, recording) -> {
      TradedSymbol symbol = TradedSymbol.of(id, recording);
      traded.add(symbol);
      moved.put(symbol.name(), time.shiftNs() == 0 ? recording : recording.shifted(time.shiftNs()));
    });
    ExchangeSetup setup =
        new ExchangeSetup(
            traded,
            customer.keys(),
            customer.balancesE8(),
            new MarketSource.Replayed(customer.seed(), moved),
            isOfTheData ? Optional.of(wall) : Optional.empty());
    long lastNs = ReplayData.endNs(all);
    return new ExchangeStart(
        setup,
        plan,
        time.exchange(),
        time.startNs(),
        Optional.of(() -> time.wallMsUntil(lastNs + time.shiftNs())),
        told(time, lastNs, isOfTheData) + books(ReplayData.books(all)));
  }

  private String told(ReplayClock time, long lastNs, boolean isOfTheData) {
    return "replay of "
        + path()
        + " from "
        + Utc.format(time.positionNs())
        + " to "
        + Utc.format(lastNs - lastNs % MILLI_NS)
        + (isOfTheData ? ", in its own time" + fast(time.speed()) : ", moved to now");
  }

  private static String fast(double speed) {
    return speed == 1 ? "" : ", " + FaultPlan.text(speed) + " times as fast";
  }

  private static String books(List<String> symbols) {
    return symbols.isEmpty() ? "" : ", with the book of " + String.join(", ", symbols);
  }

  private Path path() {
    return Path.of(replay.orElse(""));
  }

  private double readSpeed() {
    String text = speed.orElse("1");
    if (text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      double fast = new BigDecimal(text).doubleValue();
      if (fast >= LEAST_SPEED && fast <= MOST_SPEED) {
        return fast;
      }
    }
    throw new UserMistake("--speed must be a number from 0.1 to 3600, was '" + text + "'");
  }

  private boolean isOfTheData(double fast) {
    String text = clock.orElse(fast == 1 ? "wall" : "data");
    if (!text.equals("wall") && !text.equals("data")) {
      throw new UserMistake("--clock must be wall or data, was '" + text + "'");
    }
    if (text.equals("wall") && fast != 1) {
      throw new UserMistake(
          "--clock wall goes with --speed 1 alone, for a minute of the wall's has one minute");
    }
    return text.equals("data");
  }

  private static long instant(String text) {
    try {
      return Utc.fromInstant(
          text.length() <= 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : LocalDateTime.parse(text.replaceFirst("Z$", "").replace(' ', 'T'))
                  .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | ArithmeticException none) {
      throw new UserMistake(
          "--from must be a date or a date and time in UTC, such as 2024-02-01 or"
              + " 2024-02-01T12:30:00Z, was '"
              + text
              + "'",
          none);
    }
  }

  private void checkBegins(Map<InstrumentId, Recording> all, long timeNs) {
    all.forEach((id, recording) -> {
      if (recording.firstNs() > timeNs || recording.endNs() <= timeNs) {
        throw new UserMistake(
            path()
                + " has "
                + id.symbol()
                + " from "
                + Utc.format(recording.firstNs())
                + " to "
                + Utc.format(recording.endNs())
                + ", and nothing at "
                + Utc.format(timeNs)
                + " (--from, --symbols)");
      }
    });
  }
}
