package io.tradewind.store.records;

import io.tradewind.core.audit.AuditRecord.FeatureSeen;
import io.tradewind.core.signal.Signal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the tables hold. Times are epoch nanoseconds, amounts are in the scales of their instrument
 * or session, kinds are words as in the audit; a line is the one of the audit that told it.
 */
public final class Rows {
  private Rows() {}

  /** A session; it runs while it has not ended. */
  public record SessionRow(
      long session,
      String mode,
      String code,
      int cashScale,
      long startedNs,
      long resumedNs,
      int starts,
      OptionalLong endedNs,
      Optional<String> endReason) {}

  /** An instrument by the number that orders have for it; scales where the session told them. */
  public record InstrumentRow(
      int instrument,
      String id,
      OptionalInt priceScale,
      OptionalInt qtyScale,
      OptionalInt cashScale) {}

  /**
   * An order as it stands.
   *
   * @param intent all of it as JSON
   */
  public record OrderRow(
      long orderId,
      long line,
      int book,
      int instrument,
      String side,
      String purpose,
      String kind,
      String intent,
      String state,
      long createdNs,
      long changedNs,
      long filledQtyScaled,
      long filledQuoteScaled) {}

  /** A step of an order; the detail is the reason of a rejection. */
  public record OrderStateRow(
      long line,
      long orderId,
      long timeNs,
      long venueTimeNs,
      String state,
      String event,
      String detail) {}

  /** A fill; of a trade once that is closed. */
  public record FillRow(
      long line,
      long orderId,
      int book,
      int instrument,
      String side,
      String purpose,
      long timeNs,
      long qtyScaled,
      long priceScaled,
      long quoteScaled,
      long feeScaled,
      boolean feeInBase,
      long slippageScaled,
      boolean isLast,
      OptionalLong tradeLine) {}

  /** A closed trade. */
  public record TradeRow(
      long line,
      String strategy,
      String instrument,
      int priceScale,
      int qtyScale,
      int cashScale,
      String direction,
      long qtyScaled,
      long entryNs,
      long exitNs,
      long entryQuoteScaled,
      long exitQtyScaled,
      long exitQuoteScaled,
      long feesScaled,
      long slippageScaled,
      long fundingScaled,
      long profitScaled,
      long riskScaled,
      String reason,
      String entryReason) {}

  /** A signal that opened a trade or added to it, with the features that its strategy saw. */
  public record IdeaRow(long line, long timeNs, Signal signal, List<FeatureSeen> features) {
    /** Copies the list. */
    public IdeaRow {
      features = List.copyOf(features);
    }
  }

  /**
   * A trade with its story.
   *
   * @param exitWords what the strategy said when it asked for the exit; empty where it did not
   */
  public record StoryRow(
      TradeRow trade, List<IdeaRow> ideas, List<FillRow> fills, String exitWords) {
    /** Copies the lists. */
    public StoryRow {
      ideas = List.copyOf(ideas);
      fills = List.copyOf(fills);
    }
  }

  /** Equity at a time. */
  public record EquityRow(long line, long timeNs, String kind, long equityScaled) {}

  /**
   * A breaker, limit, lock, refusal, command, or something that happened to an account.
   *
   * @param about breaker, limit, lock, refusal, control or account
   * @param who gave a command, or whose signal it was; empty else
   * @param what in words
   * @param entry all of it as JSON
   */
  public record EventRow(
      long line, long timeNs, String about, String kind, String who, String what, String entry) {}

  /** Our books were compared with the venue's. */
  public record ReconciliationRow(
      long line, long timeNs, String venue, String occasion, int compared, int differing) {}

  /** What was not the same. */
  public record DifferenceRow(
      int place,
      String subject,
      String deviation,
      String name,
      long oursScaled,
      long venueScaled,
      long toleranceScaled,
      int scale,
      String action) {}

  /** Something that does not work, until it has ended. */
  public record IncidentRow(
      String component,
      long sinceNs,
      long timeNs,
      String severity,
      String why,
      OptionalLong endedNs,
      Optional<String> how) {}
}
