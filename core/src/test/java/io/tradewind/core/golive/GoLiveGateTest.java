package io.tradewind.core.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.risk.limit.Trades;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoLiveGateTest {
  private static final long DAY = Utc.DAY_NS;
  private static final long SINCE = 100 * DAY;
  private final GoLiveGate gate = new GoLiveGate(GoLiveRules.SHIPPED);

  /** Wins of 10 and losses of 10 on trades of 1000, from the first hour of the stage on. */
  private static List<ClosedTrade> trades(int wins, int losses) {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < wins + losses; i++) {
      long profit = i < wins ? 10 : -10;
      trades.add(Trades.of(SINCE + i, SINCE + i + 1, Direction.LONG, profit, ExitReason.TARGET));
    }
    return trades;
  }

  private static List<Evidence> evidence() {
    Stream<Evidence> shown =
        Stream.of(
            new Evidence.Tables(0, "12 rows"),
            new Evidence.Notification(0, "mail"),
            new Evidence.Keys(0, "trade only"),
            new Evidence.Backup(0, "3 files"));
    Stream<Evidence> stops =
        Stream.of(StopReason.values()).map(stop -> new Evidence.Triggered(0, stop));
    return Stream.concat(shown, stops).toList();
  }

  private static StageRecord shown(
      Stage stage, double days, List<ClosedTrade> trades, List<Double> equity) {
    long nowNs = SINCE + (long) (days * DAY);
    return new StageRecord(stage, false, SINCE, nowNs, trades, equity, evidence(), 100, 0);
  }

  private static String missing(GoLiveStatus status) {
    return status.missing().stream()
        .map(item -> item.rule() + " (" + item.evidence() + ")")
        .collect(Collectors.joining("; "));
  }

  /** what, days on paper, wins, losses, equity, what is missing. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "all is shown,            28, 20, 10, 100 120 97, ''",
    "a day too early,         27, 20, 10, 100, DURATION (27 of 28 days)",
    "a ns too early,          27.9999999, 20, 10, 100, DURATION (27 of 28 days)",
    "29 trades,               28, 20, 9, 100, TRADES (29 of 30 trades)",
    "30 trades,               28, 20, 10, 100, ''",
    "55 % is not over it,     28, 22, 18, 100, 'WIN_RATE (55.00 %, must be over 55.00 %)'",
    "a little over it,        28, 23, 18, 100, ''",
    "more lost than won,      28, 10, 20, 100, 'WIN_RATE (33.33 %, must be over 55.00 %);"
        + " AVERAGE_RESULT (-0.3333 %, must be over 0.0000 %)'",
    "a drawdown of 20 %,      28, 20, 10, 100 120 96, 'DRAWDOWN (20.00 %, must be under 20.00 %)'",
    "no trade,                28, 0, 0, 100, 'TRADES (0 of 30 trades); WIN_RATE (no trade);"
        + " AVERAGE_RESULT (no trade)'",
    "no equity,               28, 20, 10, '', DRAWDOWN (no equity)",
    "equity that is nothing,  28, 20, 10, 0 5, DRAWDOWN (no equity)",
    "equity under nothing,    28, 20, 10, -1 5, DRAWDOWN (no equity)"
  })
  void onPaper(String what, double days, int wins, int losses, String equity, String missing) {
    List<Double> curve =
        equity.isEmpty()
            ? List.of()
            : Stream.of(equity.split(" ", -1)).map(Double::valueOf).toList();
    StageRecord record = shown(Stage.PAPER, days, trades(wins, losses), curve);
    assertThat(missing(gate.status(record))).as(what).isEqualTo(missing);
    assertThat(gate.decide(record, Stage.MICRO) instanceof GoLiveDecision.Allowed)
        .as(what)
        .isEqualTo(missing.isEmpty());
  }

  @Test
  void aChangedStrategyNeedsAWeek() {
    StageRecord early = changed(Stage.PAPER, 7 * DAY - 1);
    assertThat(missing(gate.status(early))).isEqualTo("DURATION (6 of 7 days)");
    assertThat(missing(gate.status(changed(Stage.PAPER, 7 * DAY)))).isEmpty();
    assertThat(missing(gate.status(changed(Stage.MICRO, 13 * DAY))))
        .isEqualTo("DURATION (13 of 14 days)");
  }

  private static StageRecord changed(Stage stage, long lastedNs) {
    return new StageRecord(
        stage, true, SINCE, SINCE + lastedNs, trades(20, 10), List.of(100.0), evidence(), 100, 0);
  }

  @Test
  void tradesFromBeforeTheStageDoNotCount() {
    List<ClosedTrade> trades = new ArrayList<>(trades(20, 9));
    trades.add(Trades.of(SINCE - 1, SINCE + 1, Direction.LONG, 10, ExitReason.TARGET));
    assertThat(missing(gate.status(shown(Stage.PAPER, 28, trades, List.of(100.0)))))
        .isEqualTo("TRADES (29 of 30 trades)");
  }

  @ParameterizedTest
  @EnumSource(GoLiveRule.class)
  void eachPieceOfEvidenceIsAskedFor(GoLiveRule rule) {
    List<Evidence> without =
        evidence().stream().filter(evidence -> kind(evidence) != rule).toList();
    StageRecord record =
        new StageRecord(
            Stage.PAPER,
            false,
            SINCE,
            SINCE + 28 * DAY,
            trades(20, 10),
            List.of(1.0),
            without,
            100,
            0);
    boolean isEvidence = without.size() < evidence().size();
    assertThat(gate.status(record).missing())
        .extracting(ChecklistItem::rule)
        .isEqualTo(isEvidence ? List.of(rule) : List.of());
  }

  private static GoLiveRule kind(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Tables _ -> GoLiveRule.TABLES;
      case Evidence.Notification _ -> GoLiveRule.NOTIFICATIONS;
      case Evidence.Keys _ -> GoLiveRule.KEYS;
      case Evidence.Backup _ -> GoLiveRule.BACKUP;
      case Evidence.Triggered _ -> GoLiveRule.STOPS_TRIGGERED;
    };
  }

  @Test
  void everyStopMustHaveBeenTriggered() {
    List<Evidence> without =
        evidence().stream()
            .filter(evidence -> !evidence.equals(new Evidence.Triggered(0, StopReason.SLIPPAGE)))
            .toList();
    StageRecord record =
        new StageRecord(
            Stage.SIMULATED, false, SINCE, SINCE, List.of(), List.of(), without, 100, 0);
    assertThat(missing(gate.status(record))).isEqualTo("STOPS_TRIGGERED (not yet: SLIPPAGE)");
  }

  @Test
  void theChecklistShowsItsEvidence() {
    GoLiveStatus status =
        gate.status(shown(Stage.PAPER, 30, trades(20, 10), List.of(100.0, 90.0, 95.0)));
    assertThat(status.checklist())
        .extracting(item -> item.rule().text() + ": " + item.evidence())
        .containsExactly(
            "time in the stage: 30 of 28 days",
            "closed trades: 30 of 30 trades",
            "win rate: 66.67 %, must be over 55.00 %",
            "average result: 0.3333 %, must be over 0.0000 %",
            "drawdown: 10.00 %, must be under 20.00 %",
            "tables are written: 12 rows, 1970-01-01T00:00:00Z",
            "notifications arrive: mail, 1970-01-01T00:00:00Z",
            "keys work: trade only, 1970-01-01T00:00:00Z",
            "a backup was restored: 3 files, 1970-01-01T00:00:00Z",
            "every stop was triggered: all 11");
    assertThat(status.next()).contains(Stage.MICRO);
    assertThat(status.warning()).isEmpty();
  }

  /** where it is, what it wants, what the gate says of one that has shown everything. */
  @ParameterizedTest
  @CsvSource({
    "SIMULATED, TESTNET, allowed",
    "TESTNET, PAPER, allowed",
    "PAPER, MICRO, allowed",
    "MICRO, SMALL, allowed",
    "SMALL, MEDIUM, allowed",
    "MEDIUM, FULL, allowed",
    "FULL, FULL, allowed",
    "FULL, PAPER, allowed",
    "SIMULATED, MICRO, 'skips [TESTNET, PAPER]'",
    "PAPER, FULL, 'skips [MICRO, SMALL, MEDIUM]'"
  })
  void noStageIsSkipped(Stage stage, Stage wanted, String said) {
    StageRecord record = shown(stage, 28, trades(20, 10), List.of(100.0));
    String words =
        switch (gate.decide(record, wanted)) {
          case GoLiveDecision.Allowed _ -> "allowed";
          case GoLiveDecision.Refused refused -> "skips " + refused.skipped();
          case GoLiveDecision.Overridden _ -> "overridden";
        };
    assertThat(words).isEqualTo(said);
  }

  /** what a stage allows: capital, leverage, what it breaches. */
  @ParameterizedTest
  @CsvSource({
    "PAPER, 1000000, 125, []",
    "MICRO, 50, 3, []",
    "MICRO, 100, 3, []",
    "MICRO, 49.9, 1, [CAPITAL_UNDER]",
    "MICRO, 100.1, 3.1, '[CAPITAL_OVER, LEVERAGE_OVER]'",
    "MICRO, NaN, 1, [CAPITAL_OVER]",
    "SMALL, 200, 10, []",
    "SMALL, 1001, 10, [CAPITAL_OVER]",
    "MEDIUM, 5000, 10, []",
    "MEDIUM, 5001, 10, [CAPITAL_OVER]",
    "FULL, 1000000, 10, []"
  })
  void whatAStageAllows(Stage stage, double capital, double leverage, String breaches) {
    assertThat(GoLiveRules.SHIPPED.terms(stage).breaches(capital, leverage)).hasToString(breaches);
  }

  @Test
  void onlyMicroAnnouncesAndFromMicroOnMoneyIsReal() {
    assertThat(Stream.of(Stage.values()).filter(s -> GoLiveRules.SHIPPED.terms(s).realMoney()))
        .containsExactly(Stage.MICRO, Stage.SMALL, Stage.MEDIUM, Stage.FULL);
    assertThat(
            Stream.of(Stage.values()).filter(s -> GoLiveRules.SHIPPED.terms(s).announcesTrades()))
        .containsExactly(Stage.MICRO);
  }

  @ParameterizedTest
  @CsvSource({"9.99, false", "10, false", "10.01, true"})
  void costsThatEatTheCapitalAreTold(double costs, boolean warned) {
    StageRecord record =
        new StageRecord(
            Stage.MICRO, false, SINCE, SINCE, List.of(), List.of(), List.of(), 100, costs);
    assertThat(gate.status(record).warning().isPresent()).isEqualTo(warned);
  }

  @Test
  void anOverrideIsTypedToTheLetterAndKept() {
    String phrase = "I go to micro against the go-live gate and bear the losses";
    assertThat(TypedOverride.of(Stage.MICRO, 7, "me", phrase.toLowerCase(java.util.Locale.ROOT)))
        .isEmpty();
    assertThat(TypedOverride.of(Stage.FULL, 7, "me", phrase)).isEmpty();
    assertThat(TypedOverride.of(Stage.MICRO, 7, " ", phrase)).isEmpty();
    Optional<TypedOverride> override = TypedOverride.of(Stage.MICRO, 7, "me", phrase);
    StageRecord early = shown(Stage.PAPER, 3, trades(20, 10), List.of(100.0));
    GoLiveDecision decision = gate.decide(early, override.orElseThrow());
    assertThat(decision)
        .isEqualTo(
            new GoLiveDecision.Overridden(
                new TypedOverride(Stage.MICRO, 7, "me"),
                new GoLiveDecision.Refused(
                    Stage.MICRO,
                    List.of(new ChecklistItem(GoLiveRule.DURATION, false, "3 of 28 days")),
                    List.of())));
    StageRecord ready = shown(Stage.PAPER, 28, trades(20, 10), List.of(100.0));
    assertThat(gate.decide(ready, override.orElseThrow()))
        .isEqualTo(new GoLiveDecision.Allowed(Stage.MICRO));
  }

  @Test
  void rulesAreChecked() {
    assertThatThrownBy(() -> new StageTerms(true, 5, 4, 1, false, 0))
        .hasMessage("mostCapital must be >= leastCapital, was 4.0");
    assertThatThrownBy(() -> new GoLiveRules(List.of(), 0, 1, 0.5, 0, 0.2, 0.1))
        .hasMessage("stages must be 7, were 0");
    assertThatThrownBy(() -> shown(Stage.PAPER, -1, List.of(), List.of()))
        .hasMessageContaining("nowNs must be >= sinceNs");
  }
}
