package io.tradewind.trader.run;

import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.audit.Reconciliation.Action;
import io.tradewind.store.audit.Reconciliation.Deviation;
import io.tradewind.store.audit.Reconciliation.Difference;
import io.tradewind.store.audit.Reconciliation.Occasion;
import io.tradewind.store.audit.Reconciliation.Subject;
import io.tradewind.venues.binance.venue.AccountView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares what the engine holds with what the venue says that the account holds: at the start,
 * after each gap, soon after somebody else has traded on the account, and every few minutes, when
 * orders and fills have been asked for anew. What differs is looked at a second time, since
 * something may have been on its way; then it is told, nothing opens in that instrument, and where
 * that is wanted a position that is gone is booked as closed by somebody else. The coins of a spot
 * account that are not the session's are not touched: there only what is missing is a difference.
 */
final class Reconciler {
  /** After others have traded, so that all they do at once is seen in one look. */
  private static final long SOON_NS = Utc.SECOND_NS;

  private final ReconcileSettings settings;
  private final Inputs inputs;
  private final Engine engine;
  private final OrderSide orders;
  private final Consumer<? super Reconciliation> told;
  private final Map<InstrumentId, Long> suspected = new TreeMap<>();
  private final Map<InstrumentId, String> wrong = new TreeMap<>();
  private Occasion occasion = Occasion.START;
  private boolean wasInStep;
  private long lookedNs = Long.MIN_VALUE / 2;
  private long fillsOfOthers;
  private long nextNs = Long.MIN_VALUE;
  private boolean isBlind;

  Reconciler(
      ReconcileSettings settings,
      Inputs inputs,
      Engine engine,
      OrderSide orders,
      Consumer<? super Reconciliation> told) {
    this.settings = settings;
    this.inputs = inputs;
    this.engine = engine;
    this.orders = orders;
    this.told = told;
  }

  /** Why nothing may open in an instrument; empty where all agrees. */
  Optional<String> wrong(int instrument) {
    return isBlind
        ? Optional.of("the venue does not say what the account holds")
        : Optional.ofNullable(wrong.get(inputs.instruments().get(instrument).id()));
  }

  /** One step; whether it looked. */
  boolean step(long nowNs) {
    boolean isBack = orders.isInStep() && !wasInStep;
    wasInStep = orders.isInStep();
    if (isBack) {
      nextNs = nowNs + settings.everyNs();
      compare(nowNs);
      occasion = Occasion.RECONNECT;
      return true;
    }
    if (orders.fillsOfOthers() != fillsOfOthers) {
      fillsOfOthers = orders.fillsOfOthers();
      nextNs = Math.min(nextNs, Math.max(nowNs + SOON_NS, lookedNs + settings.againNs()));
    }
    if (wasInStep && nowNs >= nextNs) {
      lookedNs = nowNs;
      nextNs = nowNs + settings.everyNs();
      occasion = Occasion.PERIODIC;
      orders.recheck();
      wasInStep = orders.isInStep();
      return true;
    }
    return false;
  }

  private void compare(long nowNs) {
    Optional<AccountView> view = orders.account();
    if (view.isEmpty()) {
      return;
    }
    isBlind = !view.get().isTold();
    if (isBlind) {
      nextNs = nowNs + settings.againNs();
      return;
    }
    List<Difference> differences = new ArrayList<>();
    List<Instrument> instruments = inputs.instruments();
    for (int i = 0; i < instruments.size(); i++) {
      difference(i, view.get(), nowNs).ifPresent(differences::add);
    }
    if (!suspected.isEmpty()) {
      nextNs = nowNs + settings.againNs();
    }
    told.accept(new Reconciliation(nowNs, venue(), occasion, instruments.size(), differences));
  }

  private String venue() {
    return inputs.instruments().getFirst().id().venue();
  }

  private Optional<Difference> difference(int place, AccountView view, long nowNs) {
    Instrument instrument = inputs.instruments().get(place);
    long ours = heldScaled(place);
    long theirs = theirsScaled(instrument, view);
    long lot = instrument.rulesAt(nowNs).lotScaled();
    boolean agrees =
        instrument.id().market() == Market.SPOT
            ? theirs > ours - lot
            : Math.abs(ours - theirs) < lot;
    if (agrees) {
      suspected.remove(instrument.id());
      wrong.remove(instrument.id());
      return Optional.empty();
    }
    Long before = suspected.put(instrument.id(), ours - theirs);
    if (before == null || before != ours - theirs) {
      return Optional.empty();
    }
    Action action = settle(place, ours, theirs, nowNs);
    Deviation deviation =
        Math.abs(theirs) < lot
            ? Deviation.PHANTOM
            : ours == 0 ? Deviation.MISSING : Deviation.AMOUNT;
    return Optional.of(
        new Difference(
            Subject.POSITION,
            deviation,
            instrument.id().toString(),
            ours,
            theirs,
            lot,
            instrument.qtyScale(),
            action));
  }

  private Action settle(int place, long ours, long theirs, long nowNs) {
    Instrument instrument = inputs.instruments().get(place);
    boolean isGone = Math.abs(theirs) < Math.abs(ours) && Long.signum(theirs) != -Long.signum(ours);
    if (settings.isCorrecting() && isGone) {
      close(place, Math.abs(ours) - Math.abs(theirs), nowNs);
      wrong.remove(instrument.id());
      suspected.remove(instrument.id());
      return Action.CORRECTED;
    }
    wrong.put(
        instrument.id(),
        "the venue holds another position; compare it by hand, then close it or begin anew");
    return Action.ALERTED;
  }

  /** At the latest price, of the first books that hold any. */
  private void close(int place, long qtyScaled, long nowNs) {
    long left = qtyScaled;
    long priceScaled = engine.books().markScaled(place);
    for (int book = 0; book < engine.books().size() && left > 0; book++) {
      long held = Math.abs(engine.books().of(book).position(place).qtyScaled());
      long part = Math.min(held, left);
      if (part > 0) {
        left -= part;
        inputs.margin(
            new MarginEvent.ClosedOutside(
                book,
                place,
                nowNs,
                part,
                priceScaled,
                engine.books().of(book).quoteScaled(place, priceScaled, part),
                0));
      }
    }
  }

  private long heldScaled(int place) {
    long held = 0;
    for (int book = 0; book < engine.books().size(); book++) {
      held += engine.books().of(book).position(place).qtyScaled();
    }
    return held;
  }

  private static long theirsScaled(Instrument instrument, AccountView view) {
    if (instrument.id().market() == Market.PERP) {
      return view.positionsScaled().getOrDefault(instrument.id(), 0L);
    }
    return view.balances()
        .getOrDefault(instrument.id().base(), BigDecimal.ZERO)
        .movePointRight(instrument.qtyScale())
        .min(BigDecimal.valueOf(Long.MAX_VALUE / 2))
        .longValue();
  }
}
