package io.tradewind.trader.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a venue has exchanged of funding with the account: each payment is known by the venue's
 * number, so that none is booked twice, and is parted among the books by what they held at the full
 * hour, for by the time at which the venue tells it they may hold something else.
 */
public final class FundingDesk implements Stateful {
  /** What is older than the latest payment by more is not asked for again. */
  private static final long OVERLAP_NS = Utc.DAY_NS;

  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;
  private static final Comparator<FundingPaid> ORDER =
      Comparator.comparingLong(FundingPaid::timeNs)
          .thenComparingInt(FundingPaid::instrument)
          .thenComparingLong(FundingPaid::transactionId);

  private final Supplier<Books> books;
  private final int instruments;
  private final TreeSet<FundingPaid> known = new TreeSet<>(ORDER);

  /** At the latest full hour, by book and then by instrument, in quantity scale. */
  private long[] heldScaled;

  private long hourNs = Long.MIN_VALUE;
  private long firstFillNs = Long.MAX_VALUE;

  FundingDesk(Supplier<Books> books, int instruments) {
    this.books = books;
    this.instruments = instruments;
    this.heldScaled = new long[books.get().size() * instruments];
  }

  /** Something is about to happen at this time, by our clock. */
  void onTime(long timeNs) {
    if (hourNs != Long.MIN_VALUE && timeNs < hourNs + HOUR_NS) {
      return;
    }
    hourNs = Math.floorDiv(timeNs, HOUR_NS) * HOUR_NS;
    Books all = books.get();
    for (int i = 0; i < heldScaled.length; i++) {
      heldScaled[i] = all.of(i / instruments).position(i % instruments).qtyScaled();
    }
  }

  /** An order was filled; what the venue did before the hour counts as held at it. */
  void onFill(OrderIntent intent, OrderEvent.Filled fill) {
    firstFillNs = Math.min(firstFillNs, fill.timeNs());
    if (fill.timeNs() < hourNs) {
      heldScaled[intent.book() * instruments + intent.instrument()] +=
          intent.side().sign() * fill.qtyScaled();
    }
  }

  /** Whether a payment is booked. */
  public boolean has(FundingPaid payment) {
    return known.contains(payment);
  }

  /**
   * From when on payments may be missing, by the venue's clock; empty while nothing was ever held.
   */
  public OptionalLong missingFromNs() {
    if (firstFillNs == Long.MAX_VALUE) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        known.isEmpty()
            ? firstFillNs
            : Math.max(firstFillNs, known.getLast().timeNs() - OVERLAP_NS));
  }

  /** Remembers one; false if it is known. */
  boolean add(FundingPaid payment) {
    boolean isNew = known.add(payment);
    long fromNs = known.getLast().timeNs() - OVERLAP_NS;
    while (known.getFirst().timeNs() < fromNs) {
      known.pollFirst();
    }
    return isNew;
  }

  /** A payment as the books bear it, to the last piece of cash. */
  List<MarginEvent.Funded> parts(FundingPaid payment) {
    long[] shares = shares(payment.instrument());
    long whole = 0;
    int last = 0;
    for (int book = 0; book < shares.length; book++) {
      whole = Math.addExact(whole, shares[book]);
      last = shares[book] == 0 ? last : book;
    }
    double rate = rate(payment, whole);
    List<MarginEvent.Funded> parts = new ArrayList<>();
    long left = payment.amountScaled();
    for (int book = 0; book <= last; book++) {
      long part = book == last ? left : part(payment.amountScaled(), shares[book], whole);
      left -= part;
      if (part != 0) {
        parts.add(new MarginEvent.Funded(book, payment.instrument(), payment.timeNs(), rate, part));
      }
    }
    return parts;
  }

  /** What books held, or hold where that comes to nothing; the first bears what is nobody's. */
  private long[] shares(int instrument) {
    Books all = books.get();
    long[] then = new long[all.size()];
    long[] now = new long[all.size()];
    long sumThen = 0;
    long sumNow = 0;
    for (int book = 0; book < then.length; book++) {
      then[book] = heldScaled[book * instruments + instrument];
      now[book] = all.of(book).position(instrument).qtyScaled();
      sumThen += then[book];
      sumNow += now[book];
    }
    return sumThen != 0 ? then : sumNow != 0 ? now : new long[then.length];
  }

  private static long part(long amount, long share, long whole) {
    return FixedPoint.mulDiv(
        amount, Long.signum(whole) * share, Math.abs(whole), RoundingMode.HALF_EVEN);
  }

  /** As it follows from the amount at the latest price; 0 where nobody knows of what it was. */
  private double rate(FundingPaid payment, long wholeScaled) {
    Books all = books.get();
    long markScaled = all.markScaled(payment.instrument());
    long notional = all.of(0).quoteScaled(payment.instrument(), markScaled, wholeScaled);
    return notional == 0 ? 0 : (double) payment.amountScaled() / notional;
  }

  @Override
  public void save(StateWriter out) {
    out.section("fundings", 1).writeLong(hourNs).writeLong(firstFillNs).writeLongs(heldScaled);
    long[] times = new long[known.size()];
    long[] places = new long[known.size()];
    long[] ids = new long[known.size()];
    long[] amounts = new long[known.size()];
    int i = 0;
    for (FundingPaid each : known) {
      times[i] = each.timeNs();
      places[i] = each.instrument();
      ids[i] = each.transactionId();
      amounts[i++] = each.amountScaled();
    }
    out.writeLongs(times).writeLongs(places).writeLongs(ids).writeLongs(amounts);
  }

  @Override
  public void load(StateReader in) {
    in.section("fundings", 1);
    hourNs = in.readLong();
    firstFillNs = in.readLong();
    heldScaled = in.readLongs();
    known.clear();
    long[] times = in.readLongs();
    long[] places = in.readLongs();
    long[] ids = in.readLongs();
    long[] amounts = in.readLongs();
    for (int i = 0; i < times.length; i++) {
      known.add(new FundingPaid(Math.toIntExact(places[i]), ids[i], times[i], amounts[i]));
    }
  }
}
