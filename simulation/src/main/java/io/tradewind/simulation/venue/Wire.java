package io.tradewind.simulation.venue;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.CommandCodec;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import java.util.ArrayDeque;

/** What is on its way between us and the venue, each way in the order in which it was sent. */
final class Wire implements VenueListener, Stateful {
  private final TickRules rules;
  private final SplitMix random;

  /** Said by the engine, but not sent yet. */
  private final ArrayDeque<VenueCommand> said = new ArrayDeque<>();

  private final ArrayDeque<Command> out = new ArrayDeque<>();
  private final ArrayDeque<Answer> back = new ArrayDeque<>();
  private long lastArrivalNs = Long.MIN_VALUE;
  private long lastAnswerNs = Long.MIN_VALUE;

  Wire(TickRules rules) {
    this.rules = rules;
    this.random = new SplitMix(rules.seed());
  }

  /** A command, and when it comes to the venue. */
  record Command(long atNs, VenueCommand command) {}

  /** What the venue said, and when it comes to us. */
  sealed interface Answer {
    /** When it comes. */
    long atNs();

    /** Of an order. */
    record OfOrder(long atNs, OrderEvent event) implements Answer {}

    /** Of an account. */
    record OfMargin(long atNs, MarginEvent event) implements Answer {}

    /** Of two accounts. */
    record OfTransfer(long atNs, Transferred event) implements Answer {}
  }

  void say(VenueCommand command) {
    said.add(command);
  }

  /** What was said since the last time leaves now; whether there was anything. */
  boolean send(long timeNs) {
    if (said.isEmpty()) {
      return false;
    }
    while (!said.isEmpty()) {
      lastArrivalNs = Math.max(lastArrivalNs, timeNs + rules.entry().nextNs(random));
      out.add(new Command(lastArrivalNs, said.remove()));
    }
    return true;
  }

  /** When the next command comes to the venue, MAX_VALUE where none is on its way. */
  long nextArrivalNs() {
    return out.isEmpty() ? Long.MAX_VALUE : out.element().atNs();
  }

  VenueCommand arrive() {
    return out.remove().command();
  }

  /** When the next answer comes to us, MAX_VALUE where none is on its way. */
  long nextAnswerNs() {
    return back.isEmpty() ? Long.MAX_VALUE : back.element().atNs();
  }

  /** Tells the next answer. */
  void answer(VenueListener listener) {
    switch (back.remove()) {
      case Answer.OfOrder answer -> listener.onOrder(answer.event());
      case Answer.OfMargin answer -> listener.onMargin(answer.event());
      case Answer.OfTransfer answer -> listener.onTransfer(answer.event());
    }
  }

  private long answersAtNs(long timeNs) {
    lastAnswerNs = Math.max(lastAnswerNs, timeNs + rules.response().nextNs(random));
    return lastAnswerNs;
  }

  @Override
  public void onOrder(OrderEvent event) {
    back.add(new Answer.OfOrder(answersAtNs(event.timeNs()), event));
  }

  @Override
  public void onMargin(MarginEvent event) {
    back.add(new Answer.OfMargin(answersAtNs(event.timeNs()), event));
  }

  @Override
  public void onTransfer(Transferred event) {
    back.add(new Answer.OfTransfer(answersAtNs(event.timeNs()), event));
  }

  @Override
  public void save(StateWriter state) {
    state.section("wire", 2).writeLong(lastArrivalNs).writeLong(lastAnswerNs);
    random.save(state);
    state.writeInt(out.size());
    out.forEach(each -> {
      state.writeLong(each.atNs());
      CommandCodec.write(state, each.command());
    });
    state.writeInt(back.size());
    back.forEach(each -> {
      state.writeLong(each.atNs());
      WireCodec.write(state, each);
    });
  }

  @Override
  public void load(StateReader in) {
    in.section("wire", 2);
    lastArrivalNs = in.readLong();
    lastAnswerNs = in.readLong();
    random.load(in);
    out.clear();
    for (int left = in.readInt(); left > 0; left--) {
      out.add(new Command(in.readLong(), CommandCodec.read(in)));
    }
    back.clear();
    for (int left = in.readInt(); left > 0; left--) {
      back.add(WireCodec.readAnswer(in, in.readLong()));
    }
  }
}
