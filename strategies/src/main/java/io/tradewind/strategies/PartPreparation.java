package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.time.Interval;
import java.util.List;

/**
 * What a strategy within another one asks for. Its parameters are the other's, too, under names
 * that begin with its own.
 */
final class PartPreparation implements Preparation {
  private final String part;
  private final Preparation whole;

  PartPreparation(String part, Preparation whole) {
    this.part = part;
    this.whole = whole;
  }

  /** A part's parameter as one of the whole. */
  static Parameter<?> renamed(String part, Parameter<?> parameter) {
    String name = part + "-" + parameter.name();
    return switch (parameter) {
      case Parameter.IntParameter number ->
          new Parameter.IntParameter(name, number.defaultValue(), number.min(), number.max());
      case Parameter.DecimalParameter number ->
          new Parameter.DecimalParameter(name, number.defaultValue(), number.min(), number.max());
      case Parameter.ChoiceParameter words -> new Parameter.ChoiceParameter(name, words.choices());
    };
  }

  @Override
  @SuppressWarnings("unchecked") // Renamed, a parameter has values of the same type.
  public <T> T get(Parameter<T> parameter) {
    return whole.get((Parameter<T>) renamed(part, parameter));
  }

  @Override
  public Interval interval() {
    return whole.interval();
  }

  @Override
  public List<InstrumentId> instruments() {
    return whole.instruments();
  }

  @Override
  public Feature feature(Interval interval, FeatureSpec spec) {
    return whole.feature(interval, spec);
  }

  @Override
  public WindowFeature feature(Interval interval, WindowSpec spec) {
    return whole.feature(interval, spec);
  }

  @Override
  public void ranges() {
    whole.ranges();
  }

  @Override
  public void bars(Interval interval) {
    whole.bars(interval);
  }

  @Override
  public void trades() {
    whole.trades();
  }

  @Override
  public void book() {
    whole.book();
  }
}
