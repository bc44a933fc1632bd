package io.tradewind.app.run;

import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.store.rules.Filter;
import io.tradewind.store.rules.FilterBook;
import io.tradewind.store.rules.FilterRule;
import io.tradewind.store.rules.InferredRules;
import io.tradewind.store.rules.KnownFilters;
import io.tradewind.store.rules.KnownMargin;
import io.tradewind.store.rules.MarginStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a symbol: what a file knows of them, the rest as its candles show it, and fees that
 * no file names as they are configured. The scales hold both the candles and the filters.
 */
final class SymbolRules {
  private final Optional<KnownFilters> known;
  private final Optional<KnownMargin> margin;
  private final boolean filesGiven;
  private final InferredRules inferred;
  private final Costs costs;
  private final List<FilterRule> dated;
  private final int priceScale;
  private final int qtyScale;

  SymbolRules(InstrumentId id, FilterBook book, InferredRules inferred, Costs costs) {
    this.known = book.of(id);
    this.margin = book.margin(id);
    this.filesGiven = !book.isEmpty();
    this.inferred = inferred;
    this.costs = costs;
    this.dated = known.map(KnownFilters::rules).orElse(List.of(FilterRule.NOTHING));
    this.priceScale = Math.max(inferred.priceScale(), decimals(Filter.TICK));
    this.qtyScale =
        Math.max(inferred.qtyScale(), Math.max(decimals(Filter.LOT), decimals(Filter.MIN_QTY)));
  }

  private int decimals(Filter filter) {
    return dated.stream()
        .flatMap(rule -> rule.get(filter).stream())
        .mapToInt(BigDecimal::scale)
        .max()
        .orElse(0);
  }

  /**
   * The instrument.
   *
   * @throws ArithmeticException if a filter does not fit the scales
   */
  Instrument instrument(InstrumentId id, int cashScale) {
    List<TradingRules> rules = dated.stream().map(rule -> rules(rule, cashScale)).toList();
    long feePpm = KnownMargin.feePpm(liquidationFeeBps(), cashScale);
    MarginTable table =
        margin
            .map(known -> known.table(cashScale, feePpm))
            .orElseGet(() -> new MarginTable(MarginTable.standard(cashScale).tiers(), feePpm));
    return new Instrument(id, priceScale, qtyScale, cashScale, rules, table);
  }

  private Optional<BigDecimal> liquidationFeeBps() {
    return dated.getFirst().get(Filter.LIQUIDATION_FEE_BPS);
  }

  private TradingRules rules(FilterRule rule, int cashScale) {
    long tick =
        rule.get(Filter.TICK)
            .map(value -> exact(value, priceScale))
            .orElseGet(() -> widened(inferred.tickScaled(), inferred.priceScale(), priceScale));
    long lot =
        rule.get(Filter.LOT)
            .map(value -> exact(value, qtyScale))
            .orElseGet(() -> widened(inferred.lotScaled(), inferred.qtyScale(), qtyScale));
    return new TradingRules(
        rule.fromNs(),
        tick,
        lot,
        rule.get(Filter.MIN_QTY).map(value -> exact(value, qtyScale)).orElse(lot),
        FixedPoint.fromDecimal(
            rule.get(Filter.MIN_NOTIONAL).orElse(BigDecimal.ZERO), cashScale, RoundingMode.CEILING),
        Fees.ppm(fee(rule, Filter.MAKER_FEE_BPS, costs.makerFeeBps())),
        Fees.ppm(fee(rule, Filter.TAKER_FEE_BPS, costs.takerFeeBps())));
  }

  /** Tiers stand in place of every symbol's own fees. */
  private BigDecimal fee(FilterRule rule, Filter filter, BigDecimal configured) {
    return costs.feeTiers().isEmpty() ? rule.get(filter).orElse(configured) : configured;
  }

  private static long exact(BigDecimal value, int scale) {
    return FixedPoint.fromDecimal(value, scale, RoundingMode.UNNECESSARY);
  }

  private static long widened(long scaled, int from, int to) {
    return FixedPoint.rescale(scaled, from, to, RoundingMode.UNNECESSARY);
  }

  /** For the user: what is known from where, and what was inferred. */
  String sentence() {
    FilterRule first = dated.getFirst();
    List<String> guessed = new ArrayList<>();
    if (first.get(Filter.TICK).isEmpty()) {
      guessed.add(inferred.tickSaid());
    }
    if (first.get(Filter.LOT).isEmpty()) {
      guessed.add(inferred.lotSaid());
    }
    if (first.get(Filter.MIN_NOTIONAL).isEmpty()) {
      guessed.add("no minimum notional");
    }
    return knownSaid() + (guessed.isEmpty() ? "" : "; " + String.join(", ", guessed)) + ".";
  }

  /** For the user: the tiers of margin of a perpetual, or that they are those of no venue. */
  Optional<String> marginSentence(InstrumentId id) {
    if (id.market() == Market.SPOT) {
      return Optional.empty();
    }
    if (margin.isEmpty()) {
      return Optional.of(
          "Tiers of margin are not known, so the standard table holds, from 0.5 % at leverage 50"
              + " on; name the venue's with --filters");
    }
    List<MarginStep> steps = margin.orElseThrow().steps();
    return Optional.of(
        Text.of(
            "Margin of %s: %s, from %s %% at leverage %d on%s",
            margin.orElseThrow().file(),
            Text.count(steps.size(), "tier"),
            steps.getFirst().maintenance().movePointRight(2).stripTrailingZeros().toPlainString(),
            steps.getFirst().maxLeverage(),
            liquidationFeeBps().isEmpty() ? "; the fee of a liquidation is assumed" : ""));
  }

  private String knownSaid() {
    if (known.isEmpty()) {
      return filesGiven
          ? "Filters are not known, no file of filters names it"
          : "Filters are not known";
    }
    List<String> said = new ArrayList<>();
    FilterRule before = FilterRule.NOTHING;
    for (FilterRule rule : dated) {
      String changes = changes(before, rule);
      if (!changes.isEmpty()) {
        boolean always = rule.fromNs() == Long.MIN_VALUE;
        said.add((always ? "" : "from " + Utc.format(rule.fromNs()) + " ") + changes);
      }
      before = rule;
    }
    String all = said.isEmpty() ? "none" : String.join("; ", said);
    String fees =
        costs.feeTiers().isEmpty() || !namesFees() ? "" : " (costs.fee-tiers stand over fees)";
    return "Filters of " + known.orElseThrow().file() + ": " + all + fees;
  }

  private boolean namesFees() {
    return dated.stream()
        .flatMap(rule -> rule.values().keySet().stream())
        .anyMatch(filter -> filter == Filter.MAKER_FEE_BPS || filter == Filter.TAKER_FEE_BPS);
  }

  private static String changes(FilterRule before, FilterRule now) {
    List<String> changes = new ArrayList<>();
    now.values()
        .forEach((filter, value) -> {
          if (!before.get(filter).equals(Optional.of(value))) {
            changes.add(filter.said(value));
          }
        });
    return String.join(", ", changes);
  }
}
