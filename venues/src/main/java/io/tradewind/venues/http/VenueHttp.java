package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Cause;
import io.tradewind.venues.http.Traffic.Admission;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.ClockOffset;
import io.tradewind.venues.time.VenueClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All requests to one venue, as a duty cycle: one thread calls {@link #submit} and {@link #doWork},
 * the transport's threads only lay down what came. What is safe to repeat is repeated; anything
 * else goes out once, and if no answer comes its end is {@link VenueError.Unknown}. A request waits
 * for its turn no longer than the patience of the settings.
 */
public final class VenueHttp {
  private static final long LONGEST_WAY_NS = Utc.SECOND_NS;
  private static final long MEASURE_EVERY_NS = 1_200 * Utc.SECOND_NS;
  private static final long MEASURE_AGAIN_NS = Utc.SECOND_NS;
  private static final long PING_NS = 3 * Utc.SECOND_NS;

  private final HttpSettings settings;
  private final VenueProtocol protocol;
  private final Line line;
  private final Backoff backoff;
  private final Traffic traffic;

  private final Deque<Task> urgent = new ArrayDeque<>();
  private final Deque<Task> normal = new ArrayDeque<>();
  private final List<Task> delayed = new ArrayList<>();
  private final Deque<Ended> ended = new ArrayDeque<>();
  private final Map<Long, Flight> flights = new LinkedHashMap<>();
  // At most one arrival for each request on its way, so that the bulkhead bounds it.
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private long flightId;
  private @Nullable Task ping;
  private boolean measuring;
  private long measureAfterNs = Long.MIN_VALUE;

  /** What goes out and by which time. */
  public record Line(Transport transport, VenueClock clock) {}

  private static final class Task {
    private final VenueRequest request;
    private final Consumer<Reply> handler;
    private final long deadlineNs;
    private int attempts;
    private long notBeforeNs = Long.MIN_VALUE;

    private Task(VenueRequest request, Consumer<Reply> handler, long deadlineNs) {
      this.request = request;
      this.handler = handler;
      this.deadlineNs = deadlineNs;
    }
  }

  private record Flight(Task task, long sentNs, Transport.@Nullable Call call) {}

  private record Arrival(long flightId, Outcome outcome, long receivedNs) {}

  private record Ended(Consumer<Reply> handler, Reply reply) {}

  /** Nothing sent, nothing known of the venue's clock. */
  public VenueHttp(
      HttpSettings settings,
      VenueProtocol protocol,
      Line line,
      Backoff backoff,
      RateBudget budget) {
    this.settings = settings;
    this.protocol = protocol;
    this.line = line;
    this.backoff = backoff;
    ClockOffset offset = new ClockOffset(LONGEST_WAY_NS, MEASURE_EVERY_NS);
    this.traffic = new Traffic(protocol, new CircuitBreaker(settings.breaker()), budget, offset);
  }

  /** Asks; the handler is told once, by {@link #doWork}. */
  public void submit(VenueRequest request, Consumer<Reply> handler) {
    Deque<Task> queue = request.isUrgent() ? urgent : normal;
    if (queue.size() + delayed.size() >= settings.bulkhead().waiting()) {
      fail(handler, new VenueError.Retryable(Cause.QUEUE_FULL, 0, "too many requests wait"));
      return;
    }
    long deadlineNs = line.clock().nowNs() + settings.patienceNs();
    queue.add(new Task(request, handler, deadlineNs));
  }

  /**
   * One step: takes in what came, sends what may go, tells who waits.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    int work = takeArrivals() + cutOverdue();
    wakeDelayed();
    work += measure() + ping();
    work += sendFrom(urgent);
    work += sendFrom(normal);
    return work + tell();
  }

  private int takeArrivals() {
    int count = 0;
    for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
      Flight flight = flights.remove(arrival.flightId());
      if (flight != null) {
        onOutcome(flight, arrival.outcome(), arrival.receivedNs());
        count++;
      }
    }
    return count;
  }

  /** The transport's own timeout should have come; where it did not, nobody waits for it. */
  private int cutOverdue() {
    long nowNs = line.clock().nowNs();
    List<Long> overdue = new ArrayList<>();
    flights.forEach((id, flight) -> {
      if (nowNs - flight.sentNs() > timeoutNs(flight.task())) {
        overdue.add(id);
      }
    });
    for (long id : overdue) {
      Flight flight = flights.remove(id);
      if (flight != null) {
        if (flight.call() != null) {
          flight.call().cancel();
        }
        onOutcome(
            flight, new Outcome.Unanswered(Outcome.Fault.TIMEOUT, "no answer in time"), nowNs);
      }
    }
    return overdue.size();
  }

  private void onOutcome(Flight flight, Outcome outcome, long nowNs) {
    Task task = flight.task();
    if (task == ping) {
      onPing(flight, outcome, nowNs);
      return;
    }
    switch (outcome) {
      case Outcome.Unanswered unanswered ->
          onError(task, traffic.onUnanswered(unanswered, nowNs), nowNs);
      case Outcome.Answered answered -> {
        VenueResponse response = response(flight, answered, nowNs);
        traffic
            .onResponse(response, inFlight())
            .ifPresentOrElse(
                error -> onError(task, error, nowNs),
                () -> ended.add(new Ended(task.handler, new Reply.Done(response))));
      }
    }
  }

  private static VenueResponse response(Flight flight, Outcome.Answered answered, long nowNs) {
    return new VenueResponse(
        answered.status(), answered.headers(), answered.body(), flight.sentNs(), nowNs);
  }

  /** While nothing may go out, one question for the time tells that the venue is back. */
  private int ping() {
    long nowNs = line.clock().nowNs();
    if (ping != null || !traffic.mayPing(nowNs)) {
      return 0;
    }
    Task task = new Task(protocol.timeRequest(), reply -> {}, nowNs);
    ping = task;
    send(task, nowNs);
    return 1;
  }

  private void onPing(Flight flight, Outcome outcome, long nowNs) {
    ping = null;
    boolean isAnswered =
        outcome instanceof Outcome.Answered answered
            && traffic.isSound(response(flight, answered, nowNs));
    traffic.breaker().onPing(isAnswered, nowNs);
  }

  private List<Terms> inFlight() {
    return flights.values().stream().map(flight -> flight.task().request.terms()).toList();
  }

  private void onError(Task task, VenueError error, long nowNs) {
    boolean again =
        task.request.terms().repeat() == Repeat.SAFE && task.attempts < settings.attempts();
    long afterNs =
        switch (error) {
          case VenueError.Retryable retryable -> retryable.afterNs();
          case VenueError.Unknown _ -> 0;
          case VenueError.Rejected _, VenueError.Fatal _ -> -1;
        };
    long dueNs = nowNs + Math.max(afterNs, backoff.delayNs(task.attempts));
    if (!again || afterNs < 0 || dueNs > task.deadlineNs) {
      fail(task.handler, error);
      return;
    }
    task.notBeforeNs = dueNs;
    delayed.add(task);
  }

  private void wakeDelayed() {
    long nowNs = line.clock().nowNs();
    delayed.removeIf(task -> {
      boolean due = task.notBeforeNs <= nowNs;
      if (due) {
        normal.addFirst(task);
      }
      return due;
    });
  }

  private int sendFrom(Deque<Task> queue) {
    int count = 0;
    for (Task task = queue.peek(); task != null; task = queue.peek()) {
      long nowNs = line.clock().nowNs();
      boolean full = isFull();
      Admission admission = traffic.admit(task.request, nowNs);
      switch (admission) {
        case Admission.Refuse refuse -> fail(task.handler, refuse.error());
        case Admission.Wait wait -> {
          if (wait.untilNs() <= task.deadlineNs && nowNs <= task.deadlineNs) {
            return count;
          }
          long afterNs = Math.max(0, wait.untilNs() - nowNs);
          fail(
              task.handler,
              new VenueError.Retryable(wait.cause(), afterNs, "not sent: " + wait.cause()));
        }
        case Admission.Go _ when full -> {
          if (nowNs <= task.deadlineNs) {
            return count;
          }
          fail(task.handler, new VenueError.Retryable(Cause.QUEUE_FULL, 0, "no turn in time"));
        }
        case Admission.Go _ -> send(task, nowNs);
      }
      queue.remove();
      count++;
    }
    return count;
  }

  private boolean isFull() {
    return flights.size() >= settings.bulkhead().inFlight() || isReturningFull();
  }

  /** Those from before a rest keep nobody waiting. */
  private boolean isReturningFull() {
    SlowReturn returning = traffic.returning();
    return returning.most() <= flights.size()
        && returning.most()
            <= flights.values().stream()
                .filter(flight -> returning.isSince(flight.sentNs()))
                .count();
  }

  private void send(Task task, long nowNs) {
    long id = ++flightId;
    task.attempts++;
    WireRequest wire = traffic.onSent(task.request, nowNs);
    // Known before it is sent, since the answer may be there before send returns.
    flights.put(id, new Flight(task, nowNs, null));
    Transport.Call call =
        line.transport()
            .send(
                wire,
                timeoutNs(task),
                outcome -> arrivals.add(new Arrival(id, outcome, line.clock().nowNs())));
    flights.put(id, new Flight(task, nowNs, call));
  }

  /** Who waits long for a ping hears late that the venue is back. */
  private long timeoutNs(Task task) {
    return task == ping ? Math.min(PING_NS, settings.timeoutNs()) : settings.timeoutNs();
  }

  /** One question for the venue's time after the other, until there are enough. */
  private int measure() {
    long nowNs = line.clock().nowNs();
    if (measuring || nowNs < measureAfterNs || !traffic.offset().isDue(nowNs)) {
      return 0;
    }
    // After a rest who waits goes first, unless nobody can go without the venue's time.
    if (isReturning() && traffic.offset().isKnown()) {
      return 0;
    }
    VenueRequest request = protocol.timeRequest();
    if (!(traffic.admit(request, nowNs) instanceof Admission.Go) || isFull()) {
      return 0;
    }
    Task task = new Task(request, this::onMeasured, nowNs + settings.patienceNs());
    task.attempts = settings.attempts(); // a late answer tells nothing: no second attempt
    measuring = true;
    send(task, nowNs);
    return 1;
  }

  private void onMeasured(Reply reply) {
    measuring = false;
    boolean believed = reply instanceof Reply.Done(VenueResponse response) && isMeasured(response);
    if (!believed) {
      measureAfterNs = line.clock().nowNs() + MEASURE_AGAIN_NS;
    }
  }

  private boolean isMeasured(VenueResponse response) {
    OptionalLong venueMs = protocol.timeMs(response);
    return venueMs.isPresent()
        && traffic.offset().measured(response.sentNs(), response.receivedNs(), venueMs.getAsLong());
  }

  private int tell() {
    int count = 0;
    for (Ended end = ended.poll(); end != null; end = ended.poll()) {
      end.handler().accept(end.reply());
      count++;
    }
    return count;
  }

  private void fail(Consumer<Reply> handler, VenueError error) {
    ended.add(new Ended(handler, new Reply.Failed(error)));
  }

  /** Whether nothing is on its way, waits, or has yet to be told. */
  public boolean isIdle() {
    return flights.isEmpty()
        && urgent.isEmpty()
        && normal.isEmpty()
        && delayed.isEmpty()
        && ended.isEmpty();
  }

  /** Where the breaker stands. */
  public CircuitBreaker.State breakerState() {
    return traffic.breaker().state(line.clock().nowNs());
  }

  /** Until when nothing is sent because the venue asked for a rest; in the past if it did not. */
  public long pausedUntilNs() {
    return traffic.pausedUntilNs();
  }

  /** The venue has asked for a rest elsewhere, such as on a socket: nothing goes out until then. */
  public void rest(long untilNs) {
    traffic.returning().onRest(untilNs);
  }

  /**
   * Whether requests come back one by one after a rest: more at once than this sends would hurt.
   */
  public boolean isReturning() {
    return traffic.returning().most() < settings.bulkhead().inFlight();
  }

  /** The venue's clock against ours. */
  public ClockOffset offset() {
    return traffic.offset();
  }

  /** What is left of the limits; new limits are given to it. */
  public RateBudget budget() {
    return traffic.budget();
  }

  /** Checks what must always hold. */
  public void checkInvariants() {
    Check.invariant(
        flights.size() <= settings.bulkhead().inFlight(),
        "no more may be on their way than the bulkhead lets, were %s",
        flights.size());
  }
}
