package io.tradewind.trader.feed;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.MarketEvent.Candle;
import io.tradewind.core.time.Interval;
import io.tradewind.store.quality.Finding;
import io.tradewind.store.quality.QualityCheck;
import io.tradewind.store.quality.QualityReport;
import io.tradewind.store.quality.QualityThresholds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How good the latest candles of one instrument are, by the rules of {@link QualityCheck}: under
 * 0.8, a fifth of the time cannot be trusted.
 */
final class LiveQuality {
  /** So many are looked at. */
  private static final int WINDOW = 60;

  /** Of fewer nothing is said. */
  private static final int LEAST = 10;

  private static final double SOUND = 0.8;

  private final Instrument instrument;
  private final Interval length;
  private final Deque<Candle> latest = new ArrayDeque<>();
  private Optional<String> poor = Optional.empty();

  LiveQuality(Instrument instrument, Interval length) {
    this.instrument = instrument;
    this.length = length;
  }

  void add(Candle candle) {
    latest.add(candle);
    if (latest.size() > WINDOW) {
      latest.remove();
    }
    poor = latest.size() < LEAST ? Optional.empty() : judge();
  }

  /** What is wrong with them; empty where they are sound. */
  Optional<String> poor() {
    return poor;
  }

  private Optional<String> judge() {
    QualityCheck check =
        new QualityCheck(
            length, instrument.priceScale(), instrument.qtyScale(), QualityThresholds.DEFAULT);
    for (Candle candle : latest) {
      check.add(
          candle.openTimeNs(),
          candle.openScaled(),
          candle.highScaled(),
          candle.lowScaled(),
          candle.closeScaled(),
          candle.volumeScaled());
    }
    QualityReport report = check.report();
    return report.score() >= SOUND
        ? Optional.empty()
        : Optional.of("the latest candles are poor: " + kinds(report));
  }

  /** By kind and without counts, which change with each candle. */
  private static String kinds(QualityReport report) {
    return report.counts().keySet().stream()
        .map(Finding.Kind::name)
        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
