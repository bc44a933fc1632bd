package io.tradewind.app.session;

import io.tradewind.app.config.BacktestOnly;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Home;
import io.tradewind.app.config.Settings;
import io.tradewind.app.run.BacktestWiring;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.Shares;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.store.audit.AuditNote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param strategies not begun
 * @param percents what each of them has of the capital
 * @param begun what the session was begun with; empty where it begins now
 * @param overridden what of the go-live gate was overridden
 */
public record SessionWork(
    SessionFolder folder,
    TraderStatus.Mode mode,
    Settings settings,
    Configuration configuration,
    List<ChosenStrategy> strategies,
    List<BigDecimal> percents,
    List<InstrumentId> symbols,
    Optional<SessionDescription> begun,
    Optional<AuditNote.GateOverridden> overridden) {
  /** Copies the lists. */
  public SessionWork {
    strategies = List.copyOf(strategies);
    percents = List.copyOf(percents);
    symbols = List.copyOf(symbols);
  }

  /** Settings as they were given, and what was made of them. */
  public record Chosen(Settings settings, Configuration configuration) {}

  /**
   * Finds strategies and symbols.
   *
   * @throws UserMistake with all that is wrong
   */
  public static SessionWork ready(
      SessionFolder folder,
      TraderStatus.Mode mode,
      Chosen chosen,
      Optional<SessionDescription> begun,
      Home home) {
    Configuration configuration = chosen.configuration();
    Mistakes mistakes = new Mistakes();
    BacktestOnly.given(chosen.settings()).forEach(mistakes::add);
    Optional<List<InstrumentId>> symbols =
        mistakes.find(new BacktestWiring(configuration, RiskSettings.SHIPPED)::symbols);
    Optional<List<ChosenStrategy>> strategies =
        mistakes.find(
            () -> new StrategyChoice(home).all(configuration, symbols.orElse(List.of())).live());
    Optional<List<BigDecimal>> percents =
        strategies.flatMap(all ->
            mistakes.find(() ->
                Shares.of(
                    all.stream().map(ChosenStrategy::name).toList(),
                    configuration.allocation().shares())));
    mistakes.check(() -> checkInterval(configuration));
    mistakes.orThrow();
    return new SessionWork(
        folder,
        mode,
        chosen.settings(),
        configuration,
        strategies.orElseThrow(),
        percents.orElseThrow(),
        symbols.orElseThrow(),
        begun,
        Optional.empty());
  }

  private static void checkInterval(Configuration configuration) {
    if (!SessionPlans.isFed(configuration.trading().interval())) {
      throw new UserMistake(
          "--interval %s can't be made of the venue's candles, which are 1m at least and whole"
              .formatted(configuration.trading().interval()));
    }
  }

  /** The same with something else around it. */
  public SessionWork with(Configuration other) {
    return new SessionWork(
        folder, mode, settings, other, strategies, percents, symbols, begun, overridden);
  }

  /** The same, against the go-live gate. */
  public SessionWork with(Optional<AuditNote.GateOverridden> other) {
    return new SessionWork(
        folder, mode, settings, configuration, strategies, percents, symbols, begun, other);
  }

  /** Whether fills are reckoned here. */
  boolean isPaper() {
    return mode == TraderStatus.Mode.PAPER;
  }
}
