package io.tradewind.research.bias;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;

/** Stands before a strategy and writes down what it is shown. */
final class Witness implements Strategy {
  private final Strategy strategy;
  private final Transcript transcript;
  private final List<Feature> watched = new ArrayList<>();

  Witness(Strategy strategy, Transcript transcript) {
    this.strategy = strategy;
    this.transcript = transcript;
  }

  @Override
  public List<Parameter<?>> parameters() {
    return strategy.parameters();
  }

  @Override
  public void prepare(Preparation preparation) {
    transcript.addInterval(preparation.interval());
    strategy.prepare(new Watching(preparation));
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    transcript.addBar(bar.timeNs(), bar.instrumentIndex(), bar.interval());
    for (int i = 0; i < watched.size(); i++) {
      transcript.setValue(i, bar.value(watched.get(i)));
    }
    strategy.onBar(bar, signals);
  }

  @Override
  public void onFill(FillContext fill) {
    strategy.onFill(fill);
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
  }

  @Override
  public void load(StateReader in) {
    strategy.load(in);
  }

  private void watch(Feature feature) {
    if (watched.stream().anyMatch(known -> known.slot() == feature.slot())) {
      return;
    }
    List<String> outputs = feature.outputs();
    for (int output = 0; output < outputs.size(); output++) {
      watched.add(feature.output(output));
      transcript.addFeature(feature.id() + (outputs.size() > 1 ? " ." + outputs.get(output) : ""));
    }
  }

  /** Hears what the strategy asks for. */
  private final class Watching implements Preparation {
    private final Preparation preparation;

    Watching(Preparation preparation) {
      this.preparation = preparation;
    }

    @Override
    public <T> T get(Parameter<T> parameter) {
      return preparation.get(parameter);
    }

    @Override
    public Interval interval() {
      return preparation.interval();
    }

    @Override
    public List<InstrumentId> instruments() {
      return preparation.instruments();
    }

    @Override
    public Feature feature(Interval interval, FeatureSpec spec) {
      Feature feature = preparation.feature(interval, spec);
      transcript.addInterval(interval);
      watch(feature);
      return feature;
    }

    /** Its values are seen in what the strategy says. */
    @Override
    public WindowFeature feature(Interval interval, WindowSpec spec) {
      transcript.addInterval(interval);
      return preparation.feature(interval, spec);
    }

    @Override
    public void ranges() {
      preparation.ranges();
    }

    @Override
    public void bars(Interval interval) {
      transcript.addInterval(interval);
      preparation.bars(interval);
    }
  }
}
