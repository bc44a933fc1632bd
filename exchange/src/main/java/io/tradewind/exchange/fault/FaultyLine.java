package io.tradewind.exchange.fault;

import io.tradewind.exchange.api.Line;
import io.tradewind.simulation.fault.MessageFate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The way to a client on which messages are lost, doubled, swapped and late, and which may end in
 * the midst of it. Answers are late at most. What is late is never overtaken.
 */
public final class FaultyLine implements Line {
  private final Socket socket;
  private final FaultDesk desk;
  private final Later later;
  private final long number;

  private Optional<String> held = Optional.empty();
  private UnaryOperator<Optional<String>> onAnswer = text -> text;
  private long answerDelayNs;
  private long messages;
  private volatile boolean isDead;

  /** Over a socket that has just opened. */
  public FaultyLine(Socket socket, FaultDesk desk, Timer timer) {
    this.socket = socket;
    this.desk = desk;
    this.later = new Later(timer);
    this.number = desk.socket();
  }

  @Override
  public synchronized void send(String text) {
    onAnswer.apply(Optional.of(text)).ifPresent(each -> pass(each, answerDelayNs));
  }

  /**
   * What becomes of the answers that are sent while something is done.
   *
   * @param delayNs until they are there
   * @param fate an answer, or another instead, or none
   */
  public void answering(long delayNs, UnaryOperator<Optional<String>> fate, Runnable action) {
    synchronized (this) {
      onAnswer = fate;
      answerDelayNs = delayNs;
    }
    try {
      action.run();
    } finally {
      synchronized (this) {
        onAnswer = text -> text;
        answerDelayNs = 0;
      }
    }
  }

  @Override
  public synchronized void tell(String stream, String text) {
    if (isDead) {
      return;
    }
    desk.count(Count.MESSAGES);
    if (desk.isStale(stream)) {
      desk.count(Count.MESSAGES_STALE);
      return;
    }
    MessageFate fate = desk.message(number, messages++);
    switch (fate.kind()) {
      case TOLD -> tellNow(text, fate.delayNs());
      case LOST -> desk.count(Count.MESSAGES_LOST);
      case DUPLICATED -> {
        desk.count(Count.MESSAGES_DUPLICATED);
        pass(text, fate.delayNs());
        tellNow(text, 0);
      }
      case REORDERED -> tellLater(text, fate.delayNs());
      case SOCKET_CUT -> cut();
      case SOCKET_HALF_OPEN -> halfOpen();
    }
  }

  /** After the next; where one waits already this is its next. */
  private void tellLater(String text, long delayNs) {
    if (held.isPresent()) {
      tellNow(text, delayNs);
    } else {
      desk.count(Count.MESSAGES_REORDERED);
      held = Optional.of(text);
    }
  }

  private void tellNow(String text, long delayNs) {
    pass(text, delayNs);
    held.ifPresent(each -> pass(each, 0));
    held = Optional.empty();
  }

  private void pass(String text, long delayNs) {
    pass(() -> socket.send(text), delayNs);
  }

  private void pass(Runnable action, long delayNs) {
    if (!isDead) {
      later.run(
          () -> {
            if (!isDead) {
              action.run();
            }
          },
          delayNs);
    }
  }

  /** Ends the socket without a word. */
  public synchronized void cut() {
    desk.count(Count.SOCKETS_CUT);
    isDead = true;
    socket.cut();
  }

  /** Leaves the socket open and dead. */
  public synchronized void halfOpen() {
    desk.count(Count.SOCKETS_HALF_OPEN);
    isDead = true;
    socket.halfOpen();
  }

  @Override
  public synchronized void close(int code, String reason) {
    held = Optional.empty();
    pass(() -> socket.close(code, reason), 0);
  }
}
