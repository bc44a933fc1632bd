package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.regime.Regime;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two strategies that speak by the regime of the market: {@link Momentum} opens while it trends,
 * {@link BollingerReversion} while it ranges, either with a part of the size while it is volatile,
 * the trend first, and none while it is quiet or not known. A position is left to the one that
 * opened it, whatever the regime, so that no exit is held back. Parameters of the two begin with
 * {@code trend-} and {@code reversion-}. Source: J. Hamilton (1989), Econometrica 57, for markets
 * that change between regimes; A. Ang and A. Timmermann (2012), "Regime Changes and Financial
 * Markets", Annual Review of Financial Economics 4, for what follows for portfolios.
 */
public final class RegimeSwitch implements Strategy {
  private static final Parameter<Double> VOLATILE_SHARE =
      Parameter.decimal("volatile-share", 0.5, 0.01, 1);
  private static final String TREND = "trend";
  private static final String REVERSION = "reversion";
  private static final List<Regime> REGIMES = List.of(Regime.values());
  private static final int NOBODY = 0;
  private static final int BY_TREND = 1;
  private static final int BY_REVERSION = 2;

  private final Strategy trend = new Momentum();
  private final Strategy reversion = new BollingerReversion();
  private final Handles handles = new Handles();
  private double volatileShare;
  private int symbols;

  /** By instrument: who spoke the last entry. */
  private int[] owners = {};

  @Override
  public List<Parameter<?>> parameters() {
    List<Parameter<?>> all = new ArrayList<>(List.of(VOLATILE_SHARE));
    Stream.concat(
            trend.parameters().stream().map(one -> PartPreparation.renamed(TREND, one)),
            reversion.parameters().stream().map(one -> PartPreparation.renamed(REVERSION, one)))
        .forEach(all::add);
    return List.copyOf(all);
  }

  @Override
  public void prepare(Preparation preparation) {
    volatileShare = preparation.get(VOLATILE_SHARE);
    symbols = preparation.instruments().size();
    owners = new int[symbols];
    handles.set(preparation.feature(Features.of("regime")));
    trend.prepare(new PartPreparation(TREND, preparation));
    reversion.prepare(new PartPreparation(REVERSION, preparation));
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    int owner = owners[bar.instrumentIndex()];
    Feature feature = handles.get(0);
    double held = bar.value(feature);
    if (!bar.position().isFlat()) {
      part(owner).onBar(bar, signals);
    } else if (!Double.isNaN(held)) {
      Regime regime = REGIMES.get((int) held);
      double membership = bar.value(feature.output(1 + regime.ordinal()));
      ask(bar, signals, regime, membership);
    }
  }

  private Strategy part(int owner) {
    return owner == BY_REVERSION ? reversion : trend;
  }

  private void ask(BarContext bar, Signals signals, Regime regime, double membership) {
    String preface =
        regime.name().toLowerCase(Locale.ROOT) + " market " + Words.hundredth(membership) + ": ";
    Spoken spoken = new Spoken(signals, preface, regime == Regime.VOLATILE ? volatileShare : 1);
    switch (regime) {
      case TRENDING -> speak(bar, spoken, BY_TREND);
      case RANGING -> speak(bar, spoken, BY_REVERSION);
      case VOLATILE -> {
        speak(bar, spoken, BY_TREND);
        if (!spoken.entered) {
          speak(bar, spoken, BY_REVERSION);
        }
      }
      case QUIET -> {
        // Nothing is opened.
      }
    }
  }

  private void speak(BarContext bar, Spoken spoken, int owner) {
    part(owner).onBar(bar, spoken);
    if (spoken.entered) {
      owners[bar.instrumentIndex()] = owner;
    }
  }

  @Override
  public void onFill(FillContext fill) {
    if (owners[fill.instrumentIndex()] != NOBODY) {
      part(owners[fill.instrumentIndex()]).onFill(fill);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("regime-switch", 1).writeInts(owners);
    trend.save(out);
    reversion.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("regime-switch", 1);
    owners = in.readInts();
    trend.load(in);
    reversion.load(in);
  }

  /** What a part says, with the regime before it and with a part of the size. */
  private final class Spoken implements Signals {
    private final Signals signals;
    private final String preface;
    private final double share;
    private boolean entered;

    Spoken(Signals signals, String preface, double share) {
      this.signals = signals;
      this.preface = preface;
      this.share = share;
    }

    @Override
    public EntrySignal enterLong(String reason) {
      return sized(signals.enterLong(preface + reason));
    }

    @Override
    public EntrySignal enterShort(String reason) {
      return sized(signals.enterShort(preface + reason));
    }

    private EntrySignal sized(EntrySignal entry) {
      entered = true;
      return share < 1 ? entry.size(new SignalSize.Share(share / symbols)) : entry;
    }

    @Override
    public void exit(String reason) {
      signals.exit(preface + reason);
    }

    @Override
    public void reduce(double part, String reason) {
      signals.reduce(part, preface + reason);
    }

    @Override
    public void reduce(double part, double limit, String reason) {
      signals.reduce(part, limit, preface + reason);
    }

    @Override
    public Signals on(int instrumentIndex) {
      return new Spoken(signals.on(instrumentIndex), preface, share);
    }
  }
}
