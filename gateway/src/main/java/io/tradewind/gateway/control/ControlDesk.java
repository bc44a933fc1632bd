package io.tradewind.gateway.control;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.StatusPort;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;

/** Hands over what people ask for and waits a while for it to be on disk; by any thread. */
public final class ControlDesk {
  private final StatusPort status;
  private final ControlPort control;
  private final Duration patience;

  /**
   * A desk of a session.
   *
   * @param patience how long a caller is kept waiting
   */
  public ControlDesk(StatusPort status, ControlPort control, Duration patience) {
    this.status = status;
    this.control = control;
    this.patience = patience;
  }

  /** Asks for something. Who gets {@link Outcome.Ending} has to end the process. */
  public Outcome ask(Control asked, Wish wish) {
    return switch (asked) {
      case PAUSE -> hand(timeNs -> new ControlEvent.Halt(timeNs, "paused by " + wish.words()));
      case RESUME -> hand(timeNs -> new ControlEvent.Resume(timeNs, wish.words()));
      case EMERGENCY_STOP -> hand(timeNs -> new ControlEvent.EmergencyStop(timeNs, wish.words()));
      case CLOSE_ALL -> hand(ControlEvent.CloseAll::new);
      case LIFT_LOCK -> lift(wish);
      case STOP -> new Outcome.Ending();
    };
  }

  private Outcome lift(Wish wish) {
    LockName name = wish.lock().orElseThrow();
    Optional<Lock> lock = name.among(status.status().locks());
    return lock.isEmpty()
        ? new Outcome.Missing("no lock holds that is " + name)
        : hand(timeNs -> new ControlEvent.LiftLock(timeNs, lock.get(), wish.words()));
  }

  private Outcome hand(LongFunction<ControlEvent> event) {
    Written written = new Written();
    return control.ask(event, written) ? await(written.end) : new Outcome.TooMany();
  }

  /** The session's answer, for the thread that waits. */
  private static final class Written implements ControlPort.Answer {
    private final CompletableFuture<Long> end = new CompletableFuture<>();

    @Override
    public void written(long timeNs) {
      end.complete(timeNs);
    }

    @Override
    public void failed(String why) {
      end.completeExceptionally(new IllegalStateException(why));
    }
  }

  private Outcome await(CompletableFuture<Long> written) {
    try {
      return new Outcome.Taken(written.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return new Outcome.Waiting();
    } catch (ExecutionException _) {
      return new Outcome.Failed();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Waiting();
    }
  }
}
