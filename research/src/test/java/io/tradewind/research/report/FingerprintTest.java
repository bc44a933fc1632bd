package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.research.backtest.Fingerprint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final ClosedTrade TRADE =
      new ClosedTrade(
          SampleRuns.BTC,
          "sample",
          Direction.SHORT,
          150_000,
          1_000,
          2_000,
          12_345_000_000L,
          149_990,
          12_000_000_001L,
          120_000,
          0,
          -5,
          344_879_999L,
          400_000_000L,
          ExitReason.TRAILING_STOP,
          "words");

  @Test
  void lineIsCanonicalText() {
    assertThat(Fingerprint.line(TRADE))
        .isEqualTo(
            "binance:BTC/USDT|short|1.5|1000|123.45|2000|1.4999|120.00000001|0.0012|0"
                + "|-0.00000005|3.44879999|trailing-stop\n");
  }

  /** Made by {@code printf '' | sha256sum} and the line above {@code | sha256sum}, twice. */
  @Test
  void equalsSha256sum() {
    Map<List<ClosedTrade>, String> expected =
        Map.of(
            List.of(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            List.of(TRADE), "2039f39157fbed097a5ab9889179579ce38c8ae8854056a10068324b5108ceab",
            List.of(TRADE, TRADE),
                "2e3539c9ba844d85b9c5ba80f36017dc14eb8da060faac69e9b219c0ae63575a");
    expected.forEach((trades, hash) -> assertThat(Fingerprint.of(trades)).isEqualTo(hash));
  }

  @Test
  void scaleAndWordsDoNotMatter() {
    Instrument finer = new Instrument(SampleRuns.BTC.id(), 2, 6, 9, SampleRuns.BTC.rules());
    ClosedTrade same =
        new ClosedTrade(
            finer,
            "other",
            Direction.SHORT,
            1_500_000,
            1_000,
            2_000,
            123_450_000_000L,
            1_499_900,
            120_000_000_010L,
            1_200_000,
            0,
            -50,
            3_448_799_990L,
            0,
            ExitReason.TRAILING_STOP,
            "other words");
    assertThat(Fingerprint.of(List.of(same))).isEqualTo(Fingerprint.of(List.of(TRADE)));
  }

  @Test
  void orderMatters() {
    ClosedTrade other = SampleRuns.trade(1, 2, 3, 0);
    assertThat(Fingerprint.of(List.of(TRADE, other)))
        .isNotEqualTo(Fingerprint.of(List.of(other, TRADE)));
  }
}
