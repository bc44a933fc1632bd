package io.tradewind.exchange.server;

import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.FaultyLine;
import io.tradewind.exchange.fault.Later;
import io.tradewind.exchange.fault.Timer;
import io.tradewind.simulation.fault.CallFate;

/** What a client of streams says takes its time, and so do the answers; it counts as no call. */
final class FaultyWords implements ExchangeServer.Ear {
  private final FaultDesk desk;
  private final FaultyLine line;
  private final ExchangeServer.Ear ear;
  private final Later later;

  FaultyWords(FaultDesk desk, FaultyLine line, ExchangeServer.Ear ear, Timer timer) {
    this.desk = desk;
    this.line = line;
    this.ear = ear;
    this.later = new Later(timer);
  }

  @Override
  public void onText(String text) {
    CallFate fate = desk.call(false);
    later.run(
        () -> line.answering(fate.answerDelayNs(), answer -> answer, () -> ear.onText(text)),
        fate.requestDelayNs());
  }

  @Override
  public void onClose() {
    ear.onClose();
  }
}
