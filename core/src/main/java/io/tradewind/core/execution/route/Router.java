package io.tradewind.core.execution.route;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.execution.ChildBook;
import io.tradewind.core.execution.ChildEnd;
import io.tradewind.core.number.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Follows the parts of one order over several venues. Whenever it is shown the books, it routes
 * what is neither filled nor under way. A part of which nothing is heard any more stays under way
 * until the venue's word resolves it, so nothing is ever sent twice; what a venue refuses or leaves
 * over is free for the others.
 */
public final class Router implements Stateful {
  private final RoutePolicy policy;
  private final RouteRequest request;
  private final RouteOrders orders;
  private final ChildBook book = new ChildBook();
  private final List<Ticket> open = new ArrayList<>();
  private final int[] rejects;
  private final boolean[] isDark;
  private int rounds;
  private boolean isStopped;
  private @Nullable RouteEnd end;

  /** A part that may still fill. */
  private record Ticket(long handle, int venue, long leftScaled, boolean isUnknown) {}

  /**
   * @param venues how many there are; their numbers are below it
   * @param orders where the parts go
   */
  public Router(RoutePolicy policy, RouteRequest request, int venues, RouteOrders orders) {
    Check.argument(venues >= 1, "venues must be >= 1, was %s", venues);
    this.policy = policy;
    this.request = request;
    this.orders = orders;
    this.rejects = new int[venues];
    this.isDark = new boolean[venues];
  }

  /** Whether it wants {@link #onBooks} to route what is left. */
  public boolean wantsBooks() {
    return end == null && !isStopped && rounds < policy.maxRounds() && leftScaled() > 0;
  }

  /** The books of this moment; venues that are dark or have refused too often are left out. */
  public void onBooks(List<VenueBook> books) {
    if (wantsBooks()) {
      rounds++;
      List<VenueBook> usable = books.stream().filter(this::isUsable).toList();
      RoutePlan plan = RoutePlanner.plan(policy, request.withQty(leftScaled()), usable);
      for (RoutePlan.Part part : plan.parts()) {
        place(part);
      }
    }
    settle();
  }

  private boolean isUsable(VenueBook venue) {
    return !isDark[venue.venue()] && rejects[venue.venue()] < policy.maxRejects();
  }

  private void place(RoutePlan.Part part) {
    Check.invariant(
        part.qtyScaled() <= leftScaled(),
        "a part of %s is more than the %s that are left",
        part.qtyScaled(),
        leftScaled());
    OptionalLong handle = orders.place(part.venue(), part.limitScaled(), part.qtyScaled());
    if (handle.isEmpty()) {
      rejects[part.venue()]++;
      return;
    }
    book.add(handle.getAsLong(), part.qtyScaled());
    open.add(new Ticket(handle.getAsLong(), part.venue(), part.qtyScaled(), false));
  }

  /**
   * A fill of a part, however late.
   *
   * @param quoteScaled price times quantity, slippage included, in cash scale
   */
  public void onFill(long handle, long qtyScaled, long quoteScaled) {
    book.fill(handle, qtyScaled, quoteScaled);
    for (int i = 0; i < open.size(); i++) {
      Ticket t = open.get(i);
      if (t.handle() == handle) {
        open.set(i, new Ticket(handle, t.venue(), t.leftScaled() - qtyScaled, t.isUnknown()));
      }
    }
    forgetEnded();
    settle();
  }

  /** The end of a part; its rest is free. It resolves a part that was unknown. */
  public void onEnd(long handle, ChildEnd how) {
    if (book.end(handle)) {
      for (Ticket ticket : open) {
        if (ticket.handle() == handle && how == ChildEnd.REJECTED) {
          rejects[ticket.venue()]++;
        }
      }
      forgetEnded();
    }
    settle();
  }

  private void forgetEnded() {
    open.removeIf(ticket -> !book.isOpen(ticket.handle()));
  }

  /** No answer came about a part: it may stand, have filled or never have arrived. */
  public void onUnknown(long handle) {
    open.replaceAll(ticket -> ticket.handle() == handle ? unknown(ticket) : ticket);
  }

  /** Nothing is heard of a venue: it gets nothing more, and what it has is unknown. */
  public void onVenueDark(int venue) {
    isDark[venue] = true;
    open.replaceAll(ticket -> ticket.venue() == venue ? unknown(ticket) : ticket);
  }

  private static Ticket unknown(Ticket ticket) {
    return new Ticket(ticket.handle(), ticket.venue(), ticket.leftScaled(), true);
  }

  /** A venue is heard of again. What is unknown there stays so until its word about each part. */
  public void onVenueBack(int venue) {
    isDark[venue] = false;
  }

  /** Routes nothing more; what is under way may still fill. */
  public void stop() {
    isStopped = true;
    settle();
  }

  private void settle() {
    if (end != null || book.openChildren() > 0) {
      return;
    }
    if (book.filledScaled() >= request.qtyScaled()) {
      end = RouteEnd.FILLED;
    } else if (isStopped) {
      end = RouteEnd.STOPPED;
    } else if (rounds >= policy.maxRounds()) {
      end = RouteEnd.ROUNDS_OVER;
    }
  }

  private long leftScaled() {
    return Math.max(0, request.qtyScaled() - book.filledScaled() - book.openScaled());
  }

  /** How far it is. */
  public RouterProgress progress() {
    long unknown = 0;
    for (Ticket ticket : open) {
      unknown += ticket.isUnknown() ? ticket.leftScaled() : 0;
    }
    return new RouterProgress(
        Optional.ofNullable(end),
        request.qtyScaled(),
        book.filledScaled(),
        book.openScaled(),
        unknown,
        rounds,
        averagePrice());
  }

  private OptionalDouble averagePrice() {
    if (book.filledScaled() == 0) {
      return OptionalDouble.empty();
    }
    double quote = Crossing.toDouble(book.filledQuoteScaled(), request.instrument().cashScale());
    return OptionalDouble.of(
        quote / Crossing.toDouble(book.filledScaled(), request.instrument().qtyScale()));
  }

  /** Its parts add up, and it has ended only when none is open. */
  public void checkInvariants() {
    book.checkInvariants();
    long left = 0;
    for (Ticket ticket : open) {
      left += ticket.leftScaled();
    }
    Check.invariant(
        left == book.openScaled(), "open is %s, its parts have %s", book.openScaled(), left);
    Check.invariant(end == null || open.isEmpty(), "ended with %s open", open.size());
  }

  @Override
  public void save(StateWriter out) {
    out.section("router", 1)
        .writeInt(rounds)
        .writeBoolean(isStopped)
        .writeInt(end == null ? -1 : end.ordinal())
        .writeInt(rejects.length);
    for (int venue = 0; venue < rejects.length; venue++) {
      out.writeInt(rejects[venue]).writeBoolean(isDark[venue]);
    }
    out.writeInt(open.size());
    for (Ticket ticket : open) {
      out.writeLong(ticket.handle())
          .writeInt(ticket.venue())
          .writeLong(ticket.leftScaled())
          .writeBoolean(ticket.isUnknown());
    }
    book.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("router", 1);
    rounds = in.readCount(policy.maxRounds());
    isStopped = in.readBoolean();
    int why = in.readInt();
    if (why < -1 || why >= RouteEnd.values().length) {
      throw new StateException("no reason to end has the number " + why);
    }
    end = why < 0 ? null : RouteEnd.values()[why];
    int venues = in.readInt();
    if (venues != rejects.length) {
      throw new StateException("expected " + rejects.length + " venues, found " + venues);
    }
    for (int venue = 0; venue < rejects.length; venue++) {
      rejects[venue] = in.readCount(Integer.MAX_VALUE);
      isDark[venue] = in.readBoolean();
    }
    open.clear();
    int size = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < size; i++) {
      open.add(new Ticket(in.readLong(), in.readInt(), in.readLong(), in.readBoolean()));
    }
    book.load(in);
  }
}
