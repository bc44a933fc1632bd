package io.tradewind.store.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margin tiers in both kinds of files: what they say, and what is said of those that are wrong. */
final class MarginFilesTest {
  /** In the shape of an answer to GET /fapi/v1/leverageBracket. */
  static final String BRACKETS =
      """
      [{"symbol":"BTCUSDT","notionalCoef":1.5,"brackets":[
         {"bracket":1,"initialLeverage":125,"notionalCap":50000,"notionalFloor":0,"maintMarginRatio":0.004,"cum":0.0},
         {"bracket":2,"initialLeverage":100,"notionalCap":600000,"notionalFloor":50000,"maintMarginRatio":0.005,"cum":50.0},
         {"bracket":3,"initialLeverage":1,"notionalCap":9223372036854775807,"notionalFloor":600000,"maintMarginRatio":0.5,"cum":297050.0}]},
       {"symbol":"BTCUSD_PERP","brackets":[{"bracket":1,"initialLeverage":125,"qtyCap":5,"qtyFloor":0,"maintMarginRatio":0.004,"cum":0.0}]},
       {"symbol":"BTCUSDT_240628","brackets":[{"bracket":1,"initialLeverage":50,"notionalCap":5000,"notionalFloor":0,"maintMarginRatio":0.02,"cum":0.0}]}]
      """;

  /** The same tiers, by what a person has to write. */
  static final String OWN =
      """
      binance:BTC/USDT:USDT:
        - tick: 0.1
          liquidation-fee-bps: 100
          margin:
            - {cap: 50000, maintenance: 0.004, leverage: 125}
            - cap: 600000
              maintenance: 0.0050
              leverage: 100
            - {maintenance: 0.5, leverage: 1}
        - from: 2024-01-01
          tick: 0.01
      """;

  private static final InstrumentId ID = new InstrumentId("binance", "BTC", "USDT", Market.PERP);

  @TempDir private Path folder;

  private FilterBook read(String... texts) throws IOException {
    Path[] files = new Path[texts.length];
    for (int i = 0; i < texts.length; i++) {
      files[i] = Files.writeString(folder.resolve("file" + i), texts[i]);
    }
    return FilterBook.read(List.of(files), "binance");
  }

  private List<String> errors(FilterBook book) {
    return book.errors().stream()
        .map(error -> error.toString().replace(folder.toString() + "/", ""))
        .toList();
  }

  private static String told(Optional<KnownMargin> margin) {
    return margin.map(known -> told(known.table(2, 12_500))).orElse("unknown");
  }

  /** Floor, cap, maintenance in ppm, deduction and leverage of each tier. */
  private static String told(MarginTable table) {
    return table.tiers().stream()
        .map(tier ->
            FixedPoint.format(tier.floorScaled(), 2)
                + ".."
                + (tier.capScaled() == Long.MAX_VALUE ? "" : FixedPoint.format(tier.capScaled(), 2))
                + " "
                + tier.maintenancePpm()
                + " -"
                + FixedPoint.format(tier.deductionScaled(), 2)
                + " x"
                + tier.maxLeverage())
        .collect(Collectors.joining(", "));
  }

  @Test
  void bothKindsOfFilesSayTheSame() throws IOException {
    for (String text : List.of(BRACKETS, OWN)) {
      FilterBook book = read(text);
      assertThat(errors(book)).isEmpty();
      assertThat(told(book.margin(ID)))
          .isEqualTo(
              "0..50000 4000 -0 x125, 50000..600000 5000 -50 x100, 600000.. 500000 -297050 x1");
      assertThat(told(book.margin(new InstrumentId("binance", "ETH", "USDT", Market.PERP))))
          .isEqualTo("unknown");
      assertThat(told(book.margin(new InstrumentId("binance", "BTC", "USDT", Market.SPOT))))
          .isEqualTo("unknown");
      assertThat(told(book.margin(new InstrumentId("okx", "BTC", "USDT", Market.PERP))))
          .isEqualTo("unknown");
      assertThat(told(book.margin(new InstrumentId("binance", "BTC", "USD", Market.PERP))))
          .isEqualTo("unknown");
    }
    assertThat(read(OWN).of(ID).orElseThrow().rules().getFirst().get(Filter.LIQUIDATION_FEE_BPS))
        .contains(new BigDecimal("100").stripTrailingZeros());
  }

  @Test
  void anAnswerForOneSymbolIsAnObject() throws IOException {
    String one =
        """
        {"symbol":"BTCUSDT","brackets":[
          {"bracket":1,"initialLeverage":"75","notionalCap":"5000","notionalFloor":"0","maintMarginRatio":"0.01","cum":"0"}]}
        """;
    FilterBook book = read(one);
    assertThat(errors(book)).isEmpty();
    assertThat(told(book.margin(ID))).isEqualTo("0..5000 10000 -0 x75");
  }

  /** What is left out of the answer of the exchange is nobody's error. */
  @Test
  void filtersAndTiersOfTwoFilesGoTogether() throws IOException {
    String filters = "BTC/USDT:USDT:\n- tick: 0.1\n  liquidation-fee-bps: 150\n";
    FilterBook book = read(filters, BRACKETS);
    assertThat(errors(book)).isEmpty();
    assertThat(book.margin(ID).orElseThrow().file()).isEqualTo(folder.resolve("file1"));
    assertThat(book.of(ID).orElseThrow().file()).isEqualTo(folder.resolve("file0"));
    assertThat(errors(read(BRACKETS, OWN)))
        .containsExactly("the margin of BTCUSDT (file1 line 1): stands also in file0");
    assertThat(errors(read(BRACKETS.replace("BTCUSDT_240628", "BTCUSDT"))))
        .containsExactly("the margin of BTCUSDT (file0): stands twice");
  }

  /** A text, {@code ;} for the ends of lines, and all that is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          T/U:U:;- margin: 5 | T/U:U rule 1 margin (file0 line 2): must hold a list of tiers, each begun by a dash
          T/U:U:;- margin: [] | T/U:U rule 1 margin (file0 line 2): must hold a list of tiers, each begun by a dash
          T/U:U:;- margin: {cap: 1} | T/U:U rule 1 margin (file0 line 2): must hold a list of tiers, each begun by a dash
          T/U:U:;- margin:;  - 7 | T/U:U rule 1 margin tier 1 (file0 line 3): must hold cap, maintenance, leverage, deduction
          T/U:U:;- margin:;  - {caps: 7, maintenance: 0.1, leverage: 1} | T/U:U rule 1 margin tier 1 caps (file0 line 3): no such entry; there are cap, maintenance, leverage, deduction
          T/U:U:;- margin:;  - {cap: 7, cap: 7, maintenance: 0.1, leverage: 1} | T/U:U rule 1 margin tier 1 cap (file0 line 3): stands twice in its tier
          T/U:U:;- margin:;  - {leverage: 1} | T/U:U rule 1 margin tier 1 (file0 line 3): maintenance must be a share above 0 and under 1, and is missing
          T/U:U:;- margin:;  - {maintenance: 0, leverage: 1} | T/U:U rule 1 margin tier 1 (file0 line 3): maintenance must be a share above 0 and under 1, was 0
          T/U:U:;- margin:;  - {maintenance: 1, leverage: 1} | T/U:U rule 1 margin tier 1 (file0 line 3): maintenance must be a share above 0 and under 1, was 1
          T/U:U:;- margin:;  - {maintenance: 0.4%, leverage: 1} | T/U:U rule 1 margin tier 1 (file0 line 3): maintenance must be a share above 0 and under 1, was 0.4%
          T/U:U:;- margin:;  - {maintenance: 0.1} | T/U:U rule 1 margin tier 1 (file0 line 3): leverage must be a whole number from 1 to 1000, and is missing
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 0} | T/U:U rule 1 margin tier 1 (file0 line 3): leverage must be a whole number from 1 to 1000, was 0
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 2.5} | T/U:U rule 1 margin tier 1 (file0 line 3): leverage must be a whole number from 1 to 1000, was 2.5
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: [1]} | T/U:U rule 1 margin tier 1 (file0 line 3): leverage must be a whole number from 1 to 1000, was a list or a map
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 1, cap: 0.5} | T/U:U rule 1 margin tier 1 (file0 line 3): cap must be a number from 1 on, was 0.5
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 1, cap: 1e999999999} | T/U:U rule 1 margin tier 1 (file0 line 3): cap must be a number from 1 on, was 1e999999999
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 1, deduction: -1} | T/U:U rule 1 margin tier 1 (file0 line 3): deduction must be a number from 0 on, was -1
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 1, cap: 9};  - {maintenance: 0.01, leverage: 1} | T/U:U rule 1 margin tier 2 (file0 line 4): maintenance must not be under that of the tier before, was 0.01
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 1, cap: 9};  - {maintenance: 0.2, leverage: 1, cap: 8} | T/U:U rule 1 margin tier 2 (file0 line 4): cap must be a number from 10 on, was 8
          T/U:U:;- margin:;  - {maintenance: 0.1, leverage: 1};  - {maintenance: 0.2, leverage: 1} | T/U:U rule 1 margin tier 2 (file0 line 4): the tier before has no cap, so none can follow
          T/U:U:;- tick: 1;- from: 2024-01-01;  margin:;  - {maintenance: 0.1, leverage: 1} | T/U:U rule 2 margin (file0 line 4): has no date: put it into the first rule
          T/U:U:;- tick: 1;- from: 2024-01-01;  liquidation-fee-bps: 1 | T/U:U rule 2 liquidation-fee-bps (file0 line 4): has no date: put it into the first rule
          T/U:U:;- liquidation-fee-bps: 5000 | T/U:U rule 1 liquidation-fee-bps = 5000 (file0 line 2): must be a number from 0 to 4999, with at most 18 decimals
          T/U:;- liquidation-fee-bps: 50 | binance:T/U (file0 line 1): has no margin, for it is spot; write T/U:U
          T/U:;- margin:;  - {maintenance: 0.1, leverage: 1} | binance:T/U (file0 line 1): has no margin, for it is spot; write T/U:U
          [{"symbol":"TU","brackets":[]}] | TU (file0): needs its name and its brackets
          [{"brackets":[{}]}] | a symbol (file0): needs its name and its brackets
          [{"symbol":"TU","brackets":[{}]}] | TU bracket 1 (file0): maintenance must be a share above 0 and under 1, and is missing
          [{"symbol":"TU","brackets":[{"maintMarginRatio":0.1,"initialLeverage":1,"notionalFloor":5}]}] | TU bracket 1 (file0): floor must be the cap before, 0, was 5
          [{"symbol":"TU","brackets":[{"maintMarginRatio":0.1,"initialLeverage":1,"notionalCap":{}}]}] | TU bracket 1 (file0): cap must be a number from 1 on, was {}
          [{"symbol":"TU","brackets":[{"maintMarginRatio":0.1,"initialLeverage":1,"notionalCap":"x"}]}] | TU bracket 1 (file0): cap must be a number from 1 on, was x
          [{"symbol":"TU","brackets":[{"maintMarginRatio":0.1,"initialLeverage":1,"cum":"x"}]}] | TU bracket 1 (file0): deduction must be a number from 0 on, was x
          """)
  void whatIsWrongIsNamed(String text, String error) throws IOException {
    assertThat(errors(read(text.replace(';', '\n')))).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | 0.004     | 0..50000 4000 -0 x9, 50000.. 10000 -300 x9
          0 | 0.004     | 0..500 4000 -0 x9, 500.. 10000 -3 x9
          2 | 0.0000001 | 0..50000 1 -0 x9, 50000.. 10000 -499.95 x9
          2 | 0.0033333 | 0..50000 3334 -0 x9, 50000.. 10000 -333.3 x9
          """)
  void amountsAndSharesAreRoundedToTheSafeSide(int scale, String maintenance, String told)
      throws IOException {
    String yaml =
        """
        BTC/USDT:USDT:
        - margin:
          - {cap: 50000, maintenance: %s, leverage: 9}
          - {maintenance: 0.01, leverage: 9}
        """;
    KnownMargin known = read(yaml.formatted(maintenance)).margin(ID).orElseThrow();
    assertThat(told(known.table(scale, 0))).isEqualTo(told);
  }

  /** With 12 decimals a long ends at 9.2 million. */
  @Test
  void whatNoAmountReachesIsLeftOut() throws IOException {
    KnownMargin known = read(BRACKETS.replace("600000", "20000000")).margin(ID).orElseThrow();
    MarginTable table = known.table(12, 0);
    assertThat(table.tiers()).hasSize(2);
    assertThat(table.tiers().getLast().capScaled()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theFeeOfALiquidation() {
    assertThat(KnownMargin.feePpm(Optional.of(new BigDecimal("125")), 2)).isEqualTo(12_500);
    assertThat(KnownMargin.feePpm(Optional.of(new BigDecimal("0.00001")), 2)).isEqualTo(1);
    assertThat(KnownMargin.feePpm(Optional.empty(), 2))
        .isEqualTo(MarginTable.standard(2).liquidationFeePpm());
  }

  /** Reckoned from tiers that a person wrote, against a sum over the parts of the notional. */
  @Test
  void deductionsMakeTheMarginASumOverParts() throws IOException {
    long seed = 20_240_229;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int count = 1 + random.nextInt(6);
      int[] caps = new int[count];
      int[] shares = new int[count];
      StringBuilder yaml = new StringBuilder("BTC/USDT:USDT:\n- margin:\n");
      for (int i = 0; i < count; i++) {
        caps[i] = (i == 0 ? 0 : caps[i - 1]) + 1 + random.nextInt(100_000);
        shares[i] = (i == 0 ? 0 : shares[i - 1]) + 1 + random.nextInt(50);
        String cap = i + 1 == count ? "" : "cap: " + caps[i] + ", ";
        yaml.append("  - {")
            .append(cap)
            .append("maintenance: ")
            .append(shares[i] / 1000.0)
            .append(", leverage: 3}\n");
      }
      MarginTable table = read(yaml.toString()).margin(ID).orElseThrow().table(3, 0);
      for (int trial = 0; trial < 50; trial++) {
        int notional = random.nextInt(600_000);
        long wanted = 0;
        for (int i = 0; i < count; i++) {
          int floor = i == 0 ? 0 : caps[i - 1];
          int top = i + 1 == count ? notional : Math.min(notional, caps[i]);
          wanted += (long) Math.max(0, top - floor) * shares[i];
        }
        assertThat(table.maintenanceScaled(notional * 1000L))
            .as("seed %s, %s at %s", seed, yaml, notional)
            .isEqualTo(wanted);
      }
    }
  }
}
