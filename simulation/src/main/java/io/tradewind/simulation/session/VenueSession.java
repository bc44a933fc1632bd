package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.simulation.venue.VenueListener;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The engine opposite a venue, driven by events, each at its time: the same in a replay of
 * recordings, on paper and live. Between the events that are given to it lie those that come by
 * themselves: commands that arrive at the venue, its answers, the ends of slices, what the engine
 * asks for once more, in this order where they are due at once.
 *
 * @param <V> the venue
 */
public final class VenueSession<V extends SessionVenue> implements VenueListener, Stateful {
  private final V venue;
  private final int instruments;
  private final Slices slices;
  private final Engine engine;
  private long dueNs = Slices.NEVER;
  private long nowNs = Long.MIN_VALUE;
  private long sliceNs = Long.MIN_VALUE;
  private long ended;
  private long candles;

  /**
   * Nothing has happened yet.
   *
   * @param strategies one for each book of the specification
   * @param slices of all instruments
   * @param venue is made with who hears it
   * @param commands hears what the engine says, before the venue does
   */
  public VenueSession(
      EngineSpec spec,
      List<Strategy> strategies,
      Slices slices,
      Function<VenueListener, V> venue,
      Consumer<VenueCommand> commands,
      AuditSink sink) {
    this.slices = slices;
    this.instruments = spec.instruments().size();
    this.venue = venue.apply(this);
    this.engine = new Engine(spec, strategies, new Heard(this.venue, commands), sink);
    findSlice();
  }

  private record Heard(VenuePort venue, Consumer<VenueCommand> commands) implements VenuePort {
    @Override
    public void submit(Approved<? extends VenueCommand> command) {
      commands.accept(command.command());
      venue.submit(command);
    }

    @Override
    public Set<Ability> abilities() {
      return venue.abilities();
    }
  }

  /** The engine, to be read. */
  public Engine engine() {
    return engine;
  }

  /** The venue, to be read. */
  public V venue() {
    return venue;
  }

  /** When the latest event was, epoch nanoseconds. */
  public long timeNs() {
    return nowNs;
  }

  /** End of the latest slice, epoch nanoseconds. */
  public long sliceNs() {
    return sliceNs;
  }

  /** How many slices have ended. */
  public long slices() {
    return ended;
  }

  /** How many candles the engine has seen. */
  public long candles() {
    return candles;
  }

  /** How many trades or candles came too late for their slice. */
  public long late() {
    return slices.late();
  }

  /** When the next event is due that comes by itself; {@link Long#MAX_VALUE} where none is. */
  public long nextNs() {
    return Math.min(
        Math.min(venue.nextArrivalNs(), venue.nextAnswerNs()),
        Math.min(dueNs, engine.nextTimerNs()));
  }

  /** The next event that comes by itself. */
  public void next() {
    long arrivalNs = venue.nextArrivalNs();
    long answerNs = venue.nextAnswerNs();
    long timerNs = engine.nextTimerNs();
    long othersNs = Math.min(dueNs, timerNs);
    if (arrivalNs <= answerNs && arrivalNs <= othersNs) {
      at(arrivalNs);
      venue.arrive(nowNs);
    } else if (answerNs <= othersNs) {
      at(answerNs);
      venue.answer();
      venue.send(nowNs);
    } else if (dueNs <= timerNs) {
      at(dueNs);
      endSlice(slices.endNs(engine.nextDueNs()));
    } else {
      at(timerNs);
      engine.onTimer(nowNs);
      venue.send(nowNs);
    }
  }

  /** All that is due by a time. */
  public void advance(long timeNs) {
    while (nextNs() <= timeNs) {
      next();
    }
    at(timeNs);
  }

  private void at(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
  }

  /** A trade happens at the venue. */
  public void atVenue(int instrument, TradeColumns rows, int row, long timeNs) {
    at(timeNs);
    venue.onTrade(instrument, rows, row);
  }

  /** A message of a book happens at the venue. */
  public void atVenue(int instrument, BookColumns rows, int from, int to, long timeNs) {
    at(timeNs);
    for (int row = from; row < to; row++) {
      venue.onBook(instrument, rows, row);
    }
  }

  /** Funding is exchanged. */
  public void onFunding(int instrument, double rate, long timeNs) {
    at(timeNs);
    engine.onFunding(instrument, rate);
    venue.fund(instrument, timeNs, rate);
    venue.send(nowNs);
  }

  /** A trade comes here. */
  public void onTrade(int instrument, TradeColumns rows, int row, long timeNs) {
    at(timeNs);
    if (slices.onTrade(instrument, rows, row)) {
      findSlice();
    }
    engine.onTrade(instrument, rows, row);
    venue.send(nowNs);
  }

  /** A message of a book comes here. */
  public void onBook(int instrument, BookColumns rows, int from, int to, long timeNs) {
    at(timeNs);
    for (int row = from; row < to; row++) {
      engine.onBook(instrument, rows, row);
    }
    venue.send(nowNs);
  }

  /** A candle comes here that has closed. */
  public void onCandle(int instrument, CandleColumns rows, int row, long timeNs) {
    at(timeNs);
    slices.onCandle(instrument, rows, row, timeNs);
    findSlice();
  }

  /** Somebody asks for something. */
  public void onControl(ControlEvent event) {
    at(event.timeNs());
    engine.onControl(event);
    venue.send(nowNs);
  }

  @Override
  public void onOrder(OrderEvent event) {
    engine.onOrder(event);
  }

  /** Something was filled of an order that the engine has seen the end of, or in its name. */
  public void onLateFill(OrderIntent intent, OrderEvent.Filled fill) {
    engine.onLateFill(intent, fill);
  }

  @Override
  public void onMargin(MarginEvent event) {
    engine.onMargin(event);
  }

  @Override
  public void onTransfer(Transferred event) {
    engine.onTransfer(event);
  }

  private void endSlice(long endNs) {
    sliceNs = endNs;
    for (int i = 0; i < instruments; i++) {
      CandleColumns candle = slices.take(i, endNs);
      if (candle != null) {
        engine.onCandle(i, candle, 0);
        candles++;
      }
    }
    engine.onSliceEnd(endNs);
    slices.ended(endNs);
    ended++;
    findSlice();
    venue.send(nowNs);
  }

  private void findSlice() {
    dueNs = slices.dueNs(engine.nextDueNs());
  }

  /**
   * Closes what is open at the last trades, after what was on its way has come; the session is
   * over.
   */
  public void end() {
    comeToRest();
    engine.onControl(new ControlEvent.CloseAll(nowNs));
    comeToRest();
    venue.closeOut(nowNs);
    comeToRest();
  }

  private void comeToRest() {
    venue.send(nowNs);
    while (venue.nextArrivalNs() != Slices.NEVER || venue.nextAnswerNs() != Slices.NEVER) {
      boolean answers = venue.nextAnswerNs() <= venue.nextArrivalNs();
      at(answers ? venue.nextAnswerNs() : venue.nextArrivalNs());
      if (answers) {
        venue.answer();
        venue.send(nowNs);
      } else {
        venue.arrive(nowNs);
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("venue-session", 1)
        .writeLong(nowNs)
        .writeLong(sliceNs)
        .writeLong(ended)
        .writeLong(candles);
    slices.save(out);
    engine.save(out);
    venue.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("venue-session", 1);
    nowNs = in.readLong();
    sliceNs = in.readLong();
    ended = in.readLong();
    candles = in.readLong();
    slices.load(in);
    engine.load(in);
    venue.load(in);
    findSlice();
  }
}
