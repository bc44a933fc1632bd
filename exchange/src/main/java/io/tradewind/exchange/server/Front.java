package io.tradewind.exchange.server;

import io.tradewind.exchange.admin.Operator;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.Socket;
import io.tradewind.exchange.fault.Timer;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What clients meet of an exchange, whatever carries their words: calls and sockets with all that
 * goes wrong there on purpose, and the operator who has it go wrong. It has no thread of its own.
 */
public final class Front implements ExchangeServer.Sockets, Operator {
  private static final long MILLI_NS = 1_000_000;
  private static final long SECOND_MS = 1_000;

  private final Markets markets;
  private final FaultDesk desk;
  private final Timer timer;
  private final FaultyAnswers answers;
  private final FaultySockets sockets;

  /** Before markets; what the desk's plan says of symbols and maintenance is so from now on. */
  public Front(Markets markets, FaultDesk desk, Timer timer) {
    this.markets = markets;
    this.desk = desk;
    this.timer = timer;
    this.answers = new FaultyAnswers(desk, markets::answer, timer);
    this.sockets = new FaultySockets(desk, markets, timer);
    markets.operate(() -> desk.begin(markets.nowMs() * MILLI_NS, timer.nanoTime()));
  }

  /** Answers a request, or not, after the time that it takes. */
  public void answer(RawRequest request, Consumer<ExchangeServer.Outcome> done) {
    answers.answer(request, done);
  }

  @Override
  public boolean isUp() {
    return sockets.isUp();
  }

  @Override
  public Optional<ExchangeServer.Opened> open(
      String path, String query, String address, Socket line) {
    return sockets.open(path, query, address, line);
  }

  @Override
  public void change(FaultPlan plan) {
    boolean goesDown = plan.maintenance() && !desk.plan().maintenance();
    markets.operate(() -> desk.carryOut(plan, markets.nowMs() * MILLI_NS, timer.nanoTime()));
    if (goesDown) {
      sockets.announceShutdown();
      timer.after(plan.whole(FaultSetting.SHUTDOWN_NOTICE_MS) * MILLI_NS, this::goDown);
    }
  }

  /** Unless it was called off meanwhile, or announced anew for later. */
  private void goDown() {
    if (desk.isDown(timer.nanoTime())) {
      sockets.all(SocketAction.CLOSE);
    }
  }

  @Override
  public long ban(long seconds) {
    long untilMs = timer.wallMs() + seconds * SECOND_MS;
    if (seconds == 0) {
      desk.forgive();
    } else {
      desk.banAll(untilMs);
    }
    return untilMs;
  }

  @Override
  public int sockets(SocketAction action) {
    return sockets.all(action);
  }

  @Override
  public long orders() {
    return markets.orders();
  }
}
