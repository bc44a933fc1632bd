package io.tradewind.core.golive;

import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.time.Utc;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Refuses real money until a strategy has shown what the user asks for. Pure: the answer follows
 * from the record and the rules.
 */
public final class GoLiveGate {
  private final GoLiveRules rules;

  /** By these rules. */
  public GoLiveGate(GoLiveRules rules) {
    this.rules = rules;
  }

  /** The stage, what it allows, and each line of what the next one asks for. */
  public GoLiveStatus status(StageRecord shown) {
    List<ChecklistItem> checklist =
        shown.stage().asks().stream().map(rule -> item(rule, shown)).toList();
    boolean isCostly = shown.costs() > rules.costShare() * shown.capital();
    return new GoLiveStatus(
        shown.stage(),
        rules.terms(shown.stage()),
        shown.stage().next(),
        checklist,
        isCostly
            ? Optional.of(new GoLiveStatus.CostWarning(shown.costs(), shown.capital()))
            : Optional.empty());
  }

  /** Whether it may go to a stage; back is always allowed, and no stage is skipped. */
  public GoLiveDecision decide(StageRecord shown, Stage wanted) {
    if (wanted.ordinal() <= shown.stage().ordinal()) {
      return new GoLiveDecision.Allowed(wanted);
    }
    List<ChecklistItem> missing = status(shown).missing();
    List<Stage> skipped =
        Arrays.asList(Stage.values()).subList(shown.stage().ordinal() + 1, wanted.ordinal());
    return missing.isEmpty() && skipped.isEmpty()
        ? new GoLiveDecision.Allowed(wanted)
        : new GoLiveDecision.Refused(wanted, missing, List.copyOf(skipped));
  }

  /** As {@link #decide}, and what it refuses is overridden. */
  public GoLiveDecision decide(StageRecord shown, TypedOverride override) {
    GoLiveDecision decision = decide(shown, override.stage());
    return switch (decision) {
      case GoLiveDecision.Refused refused -> new GoLiveDecision.Overridden(override, refused);
      case GoLiveDecision.Allowed _, GoLiveDecision.Overridden _ -> decision;
    };
  }

  private ChecklistItem item(GoLiveRule rule, StageRecord shown) {
    return switch (rule) {
      case DURATION -> duration(shown);
      case TRADES -> trades(shown);
      case WIN_RATE -> winRate(shown);
      case AVERAGE_RESULT -> averageResult(shown);
      case DRAWDOWN -> drawdown(shown);
      case TABLES -> latest(rule, shown, e -> e instanceof Evidence.Tables);
      case NOTIFICATIONS -> latest(rule, shown, e -> e instanceof Evidence.Notification);
      case KEYS -> latest(rule, shown, e -> e instanceof Evidence.Keys);
      case BACKUP -> latest(rule, shown, e -> e instanceof Evidence.Backup);
      case STOPS_TRIGGERED -> stops(shown);
    };
  }

  private ChecklistItem duration(StageRecord shown) {
    long lastedNs = shown.nowNs() - shown.sinceNs();
    long askedNs = rules.durationNs(shown.stage(), shown.changed());
    return new ChecklistItem(
        GoLiveRule.DURATION,
        lastedNs >= askedNs,
        text("%d of %d days", lastedNs / Utc.DAY_NS, askedNs / Utc.DAY_NS));
  }

  private ChecklistItem trades(StageRecord shown) {
    int count = shown.trades().size();
    return new ChecklistItem(
        GoLiveRule.TRADES, count >= rules.trades(), text("%d of %d trades", count, rules.trades()));
  }

  private ChecklistItem winRate(StageRecord shown) {
    double rate = shown.winRate();
    return new ChecklistItem(
        GoLiveRule.WIN_RATE,
        rate > rules.winRate(),
        Double.isNaN(rate)
            ? "no trade"
            : text("%.2f %%, must be over %.2f %%", 100 * rate, 100 * rules.winRate()));
  }

  private ChecklistItem averageResult(StageRecord shown) {
    double mean = shown.averageResult();
    return new ChecklistItem(
        GoLiveRule.AVERAGE_RESULT,
        mean > rules.averageResult(),
        Double.isNaN(mean)
            ? "no trade"
            : text("%.4f %%, must be over %.4f %%", 100 * mean, 100 * rules.averageResult()));
  }

  private ChecklistItem drawdown(StageRecord shown) {
    double drawdown = shown.drawdown();
    return new ChecklistItem(
        GoLiveRule.DRAWDOWN,
        drawdown < rules.drawdown(),
        Double.isNaN(drawdown)
            ? "no equity"
            : text("%.2f %%, must be under %.2f %%", 100 * drawdown, 100 * rules.drawdown()));
  }

  private static ChecklistItem latest(
      GoLiveRule rule, StageRecord shown, Predicate<Evidence> kind) {
    Optional<Evidence> last = shown.evidence().stream().filter(kind).reduce((_, second) -> second);
    return new ChecklistItem(
        rule, last.isPresent(), last.map(GoLiveGate::words).orElse("not shown yet"));
  }

  private static String words(Evidence evidence) {
    String what =
        switch (evidence) {
          case Evidence.Tables shown -> shown.what();
          case Evidence.Notification shown -> shown.what();
          case Evidence.Keys shown -> shown.what();
          case Evidence.Backup shown -> shown.what();
          case Evidence.Triggered shown -> shown.stop().text();
        };
    return what + ", " + Utc.format(evidence.timeNs());
  }

  private static ChecklistItem stops(StageRecord shown) {
    List<StopReason> triggered =
        shown.evidence().stream()
            .filter(evidence -> evidence instanceof Evidence.Triggered)
            .map(evidence -> ((Evidence.Triggered) evidence).stop())
            .toList();
    List<StopReason> missing =
        Arrays.stream(StopReason.values()).filter(stop -> !triggered.contains(stop)).toList();
    String evidence =
        missing.isEmpty()
            ? "all " + StopReason.values().length
            : "not yet: " + missing.stream().map(Enum::name).collect(Collectors.joining(", "));
    return new ChecklistItem(GoLiveRule.STOPS_TRIGGERED, missing.isEmpty(), evidence);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
