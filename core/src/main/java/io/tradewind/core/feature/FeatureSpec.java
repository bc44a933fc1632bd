package io.tradewind.core.feature;

import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.Input;
import io.tradewind.analytics.indicator.Output;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An indicator with its arguments and sources. Those with one id are one feature and are computed
 * once, so that other arguments, also of an indicator of your own, need another id: what is made at
 * another place of the code is refused under the same one.
 *
 * @param id names the indicator with its arguments and sources, such as {@code ema(12) of high}
 * @param sources what an indicator of one or two series is fed with; empty for the closes, or where
 *     it takes whole bars
 * @param indicator makes a new one
 */
public record FeatureSpec(String id, List<PriceSource> sources, Supplier<Indicator> indicator)
    implements ColumnSpec {
  private static final String OF = " of ";

  /** Keeps its own copy. */
  public FeatureSpec {
    sources = List.copyOf(sources);
  }

  /** Of the closes, or of whole bars where the indicator takes those. */
  public static FeatureSpec of(String id, Supplier<Indicator> indicator) {
    return new FeatureSpec(id, List.of(), indicator);
  }

  /** Of an indicator of the catalogue with its arguments. */
  public static FeatureSpec of(Specification specification) {
    return of(specification.id(), specification::make);
  }

  /**
   * Reads an indicator of the catalogue with its arguments and sources: {@code rsi}, {@code
   * ema(12)}, {@code ema(12) of high}, {@code correlation(30) of close, volume}.
   *
   * @throws IllegalArgumentException saying what is wrong and what there is
   */
  public static FeatureSpec parse(String text) {
    int at = text.indexOf(OF);
    FeatureSpec plain = of(Specification.parse(at < 0 ? text : text.substring(0, at)));
    PriceSource[] sources =
        at < 0
            ? new PriceSource[0]
            : Arrays.stream(text.substring(at + OF.length()).split(",", -1))
                .map(PriceSource::parse)
                .toArray(PriceSource[]::new);
    FeatureSpec spec = sources.length == 0 ? plain : plain.of(sources);
    spec.checkSources();
    return spec;
  }

  /** Fed with other prices: one for an indicator of one series, two for one of two. */
  public FeatureSpec of(PriceSource... others) {
    String names = Arrays.stream(others).map(PriceSource::label).collect(Collectors.joining(", "));
    int at = id.indexOf(OF);
    String plain = at < 0 ? id : id.substring(0, at);
    return new FeatureSpec(plain + OF + names, List.of(others), indicator);
  }

  @Override
  public List<String> outputs() {
    return indicator.get().definition().outputs().stream().map(Output::name).toList();
  }

  @Override
  public int warmup() {
    return indicator.get().warmup();
  }

  /** With the sources, and with class and warm-up of the indicator. */
  @Override
  public String identity() {
    Indicator made = indicator.get();
    return id + " of " + sources + " by " + made.getClass().getName() + " after " + made.warmup();
  }

  /** Whether there are as many sources as the indicator takes. */
  void checkSources() {
    Input input = Input.of(indicator.get());
    switch (input) {
      case SERIES ->
          Check.argument(sources.size() <= 1, "%s takes one series, not %s", id, sources.size());
      case PAIR ->
          Check.argument(
              sources.size() == 2,
              "%s takes two series: say which, such as '%s of close, volume'",
              id,
              id);
      case BARS, TIMED_BARS ->
          Check.argument(sources.isEmpty(), "%s takes whole bars and no other series", id);
      case TRADES, QUOTES, DEPTH ->
          throw new IllegalArgumentException(
              id + " is of " + input.label() + "; a strategy on candles cannot have it");
    }
  }
}
