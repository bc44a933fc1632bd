package io.tradewind.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.config.Configuration.FeeTier;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.store.rules.FilterBook;
import io.tradewind.store.rules.InferredRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file knows over what candles show: scales that hold both, and words that say which. */
class SymbolRulesTest {
  private static final InstrumentId ID = InstrumentId.parse("T/U", "binance", Market.SPOT);

  /** Prices to 2 digits; quantities to 8, on a lot of 0.001. */
  private static final InferredRules SEEN =
      new InferredRules(2, 8, 1, 100_000, "tick 0.01 seen", "lot 0.001 seen");

  @TempDir private Path folder;

  private static Costs costs(FeeTier... tiers) {
    return new Costs(
        new BigDecimal("10"),
        new BigDecimal("20"),
        List.of(tiers),
        false,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        OptionalDouble.empty());
  }

  private FilterBook book(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), yaml.replace(';', '\n'));
    FilterBook book = FilterBook.read(List.of(file), "binance");
    assertThat(book.errors()).isEmpty();
    return book;
  }

  /** Such as {@code 2/8: 0.01 0.001 0.001 0 10/20}: scales; tick, lot, minimums, fees in bps. */
  private static String tell(Instrument i) {
    return i.priceScale()
        + "/"
        + i.qtyScale()
        + ": "
        + i.rules().stream().map(rules -> tell(i, rules)).collect(Collectors.joining("; "));
  }

  private static String tell(Instrument i, TradingRules rules) {
    return String.join(
        " ",
        (rules.fromNs() == Long.MIN_VALUE ? "" : Utc.date(rules.fromNs()) + " ")
            + FixedPoint.format(rules.tickScaled(), i.priceScale()),
        FixedPoint.format(rules.lotScaled(), i.qtyScale()),
        FixedPoint.format(rules.minQtyScaled(), i.qtyScale()),
        FixedPoint.format(rules.minNotionalScaled(), i.cashScale()),
        FixedPoint.format(rules.makerFeePpm(), 2)
            + "/"
            + FixedPoint.format(rules.takerFeePpm(), 2));
  }

  /** YAML, {@code ;} for the ends of lines; the instrument; the sentence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          V/U:;- tick: 1           | 2/8: 0.01 0.001 0.001 0 10/20      | Filters are not known, no file of filters names it; tick 0.01 seen, lot 0.001 seen, no minimum notional.
          T/U:;- tick: 0.5         | 2/8: 0.5 0.001 0.001 0 10/20       | Filters of f.yaml: tick 0.5; lot 0.001 seen, no minimum notional.
          T/U:;- tick: 10          | 2/8: 10 0.001 0.001 0 10/20        | Filters of f.yaml: tick 10; lot 0.001 seen, no minimum notional.
          T/U:;- tick: 0.0005      | 4/8: 0.0005 0.001 0.001 0 10/20    | Filters of f.yaml: tick 0.0005; lot 0.001 seen, no minimum notional.
          T/U:;- lot: 1e-10        | 2/10: 0.01 0.0000000001 0.0000000001 0 10/20 | Filters of f.yaml: lot 0.0000000001; tick 0.01 seen, no minimum notional.
          T/U:;- lot: 1;  min-qty: 1e-9 | 2/9: 0.01 1 0.000000001 0 10/20 | Filters of f.yaml: lot 1, minimum quantity 0.000000001; tick 0.01 seen, no minimum notional.
          T/U:;- min-qty: 3        | 2/8: 0.01 0.001 3 0 10/20          | Filters of f.yaml: minimum quantity 3; tick 0.01 seen, lot 0.001 seen, no minimum notional.
          T/U:;- min-notional: 5.001 | 2/8: 0.01 0.001 0.001 5.01 10/20 | Filters of f.yaml: minimum notional 5.001; tick 0.01 seen, lot 0.001 seen.
          T/U:;- tick: 1;  lot: 1;  min-notional: 0 | 2/8: 1 1 1 0 10/20 | Filters of f.yaml: tick 1, lot 1, minimum notional 0.
          T/U:;- maker-fee-bps: -1;  tick: 1;  lot: 1;  min-notional: 0 | 2/8: 1 1 1 0 -1/20 | Filters of f.yaml: tick 1, lot 1, minimum notional 0, maker fee -1 bps.
          T/U:;- tick: 1;  lot: 1;  min-notional: 9;- from: 2024-01-02;  tick: 0.001;- from: 2024-01-03;  taker-fee-bps: 3 | 3/8: 1 1 1 9 10/20; 2024-01-02 0.001 1 1 9 10/20; 2024-01-03 0.001 1 1 9 10/3 | Filters of f.yaml: tick 1, lot 1, minimum notional 9; from 2024-01-02T00:00:00Z tick 0.001; from 2024-01-03T00:00:00Z taker fee 3 bps.
          T/U:;- min-notional: 9;- from: 2024-01-02;  lot: 1 | 2/8: 0.01 0.001 0.001 9 10/20; 2024-01-02 0.01 1 1 9 10/20 | Filters of f.yaml: minimum notional 9; from 2024-01-02T00:00:00Z lot 1; tick 0.01 seen, lot 0.001 seen.
          """)
  void knownOverInferred(String yaml, String instrument, String sentence) throws IOException {
    SymbolRules rules = new SymbolRules(ID, book(yaml), SEEN, costs());
    assertThat(tell(rules.instrument(ID, 2))).isEqualTo(instrument);
    assertThat(rules.sentence().replace(folder + "/", "")).isEqualTo(sentence);
  }

  @Test
  void withoutFilesAllIsInferred() {
    SymbolRules rules = new SymbolRules(ID, FilterBook.read(List.of(), "binance"), SEEN, costs());
    assertThat(tell(rules.instrument(ID, 2))).isEqualTo("2/8: 0.01 0.001 0.001 0 10/20");
    assertThat(rules.sentence())
        .isEqualTo("Filters are not known; tick 0.01 seen, lot 0.001 seen, no minimum notional.");
  }

  private static final InstrumentId PERP = InstrumentId.parse("T/U", "binance", Market.PERP);

  /**
   * YAML, {@code ;} for the ends of lines; tiers with their shares in ppm, the fee; the sentence.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          V/U:;- tick: 1 | 8 from 5000 x50, fee 12500 | Tiers of margin are not known, so the standard table holds, from 0.5 % at leverage 50 on; name the venue's with --filters
          T/U:U:;- liquidation-fee-bps: 50 | 8 from 5000 x50, fee 5000 | Tiers of margin are not known, so the standard table holds, from 0.5 % at leverage 50 on; name the venue's with --filters
          T/U:U:;- margin:;  - {maintenance: 0.0125, leverage: 40} | 1 from 12500 x40, fee 12500 | Margin of f.yaml: 1 tier, from 1.25 % at leverage 40 on; the fee of a liquidation is assumed
          T/U:U:;- liquidation-fee-bps: 0;  margin:;  - {maintenance: 0.1, leverage: 5, cap: 9};  - {maintenance: 0.2, leverage: 2} | 2 from 100000 x5, fee 0 | Margin of f.yaml: 2 tiers, from 10 % at leverage 5 on
          """)
  void marginOfAPerpetual(String yaml, String table, String sentence) throws IOException {
    SymbolRules rules = new SymbolRules(PERP, book(yaml), SEEN, costs());
    MarginTable margin = rules.instrument(PERP, 2).margin();
    assertThat(
            margin.tiers().size()
                + " from "
                + margin.tiers().getFirst().maintenancePpm()
                + " x"
                + margin.tiers().getFirst().maxLeverage()
                + ", fee "
                + margin.liquidationFeePpm())
        .isEqualTo(table);
    assertThat(rules.marginSentence(PERP).map(said -> said.replace(folder + "/", "")))
        .contains(sentence);
    assertThat(rules.marginSentence(ID)).isEmpty();
  }

  @Test
  void tiersStandOverTheFeesOfAFile() throws IOException {
    FeeTier tier = new FeeTier(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TWO);
    SymbolRules rules =
        new SymbolRules(ID, book("T/U:;- maker-fee-bps: 0;  taker-fee-bps: 0"), SEEN, costs(tier));
    assertThat(tell(rules.instrument(ID, 2))).endsWith(" 10/20");
    assertThat(rules.sentence()).contains("taker fee 0 bps (costs.fee-tiers stand over fees)");
  }
}
