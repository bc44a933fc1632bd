package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  private static final String HEADER =
      "symbol,side,quantity,entryTime,entryPrice,exitTime,exitPrice,exitReason,"
          + "fees,slippage,funding,profit,profitPercent,r,entryReason\r\n";

  @Test
  void writesExactDecimalsAndQuotesWhatNeedsIt() throws IOException {
    ClosedTrade trade =
        new ClosedTrade(
            SampleRuns.BTC,
            "sample",
            Direction.LONG,
            150_000,
            SampleRuns.START,
            SampleRuns.START + SampleRuns.HOUR_NS - 1,
            SampleRuns.cash(150),
            150_000,
            SampleRuns.cash(157.5),
            SampleRuns.cash(0.30750001),
            0,
            0,
            SampleRuns.cash(7.5),
            0,
            ExitReason.TRAILING_STOP,
            "a \"cross\", up\nthen on");
    assertThat(csv(List.of(trade)))
        .isEqualTo(
            HEADER
                + "BTC/USDT,long,1.5,2024-02-01T00:00:00Z,100,2024-02-01T00:59:59.999999999Z,105,"
                + "trailing-stop,0.30750001,0,0,7.5,5,,\"a \"\"cross\"\", up\nthen on\"\r\n");
  }

  @Test
  void writesTheHeaderAlone() throws IOException {
    assertThat(csv(List.of())).isEqualTo(HEADER);
  }

  private static String csv(List<ClosedTrade> trades) throws IOException {
    StringWriter out = new StringWriter();
    CsvReport.write(trades, false, out);
    return out.toString();
  }
}
