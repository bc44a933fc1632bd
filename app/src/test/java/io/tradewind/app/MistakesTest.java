package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can do wrong, and what they read then: exit code 2, the cause, and the way out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MistakesTest {
  @TempDir private static Path folder;
  private static Cli cli;

  @BeforeAll
  static void fillAStore() throws IOException, InterruptedException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 600));
    cli.file("ETH_USDT-1d.csv", daily());
    cli.file("BTC_EUR-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 50));
    cli.file("empty.csv", "");
    cli.file("head-1h.csv", "timestamp,open,high,low,close,volume\n");
    cli.file("words.csv", "this is,no file,of candles\nat all,not,one bit\n");
    cli.file("picture.png", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR");
    cli.file("shorts.csv", "time,symbol,action,side\n2024-01-05T00:00:00Z,BTC/USDT,enter,short\n");
    cli.file("longs.csv", "time,symbol,action,side\n2024-01-05T00:00:00Z,BTC/USDT,enter,long\n");
    cli.file("broken.yaml", "trading:\n  symbols: [BTC/USDT\n  capital: 5\n");
    cli.file("tab.yaml", "trading:\n\tcapital: 5\n");
    cli.file("inner-tab.yaml", "trading:\n  capital: 5\n  interval:\t1h\n");
    cli.file("list.yaml", "- one\n- two\n");
    cli.file("unknown.yaml", "tradng:\n  capital: 5\nrisk:\n  max-trad-risk: 1%\n");
    cli.file("halts.yaml", "risk:\n  drawdown-warns: 10%\n  drawdown-halts: 5%\n");
    cli.file("guard.yaml", "risk:\n  slippage:\n    limit: none\n    parts: 5\n");
    cli.file("tight.yaml", "risk:\n  slippage: {limit: 0.01%}\n");
    cli.file("lent.yaml", "risk:\n  max-position-leverage: none\n  leverage-margin: 5%\n");
    cli.file("nested.yaml", "risk:\n  breakers:\n    day-los: 5%\n");
    cli.file("flat.yaml", "risk:\n  breakers: none\n");
    cli.file("wide.yaml", "BTC/USDT:\n- tick: 1e-18\n");
    cli.file("wrong.yaml", "BTC/USDT:\n- tick: 1\nETH/USDT:\n- lot: 0\n");
    cli.file("rates.csv", "time,rate\n2024-01-01T00:00:00Z,0.0001\n");
    cli.file("spot-margin.yaml", "BTC/USDT:\n- margin:\n  - {maintenance: 0.01, leverage: 9}\n");
    cli.file("a-file", "");
    cli.file("SOL_USDT-trades.csv", "id,price,qty,time,is_buyer_maker\n1,9,1,1704067200000,true\n");
    cli.file("cut.json", "[{\"time\":\"2024-01-05\",\"action\":\"enter\"},{\"time");
    cli.file("colon.json", "[{\"time\" \"2024-01-05\"}]");
    cli.file("sums.csv", "time,action,size\n2024-01-05T00:00:00Z,enter,1000 USDT\n");
    cli.file("Typo.java", strategy("Typo", "signals.enterLong(\"x\""));
    cli.file("Clock.java", strategy("Clock", "signals.exit(\"\" + System.nanoTime());"));
    cli.file("Fails.java", strategy("Fails", "throw new IllegalStateException(\"no idea\");"));
    cli.file(
        "Static.java", strategy("Static", "}\nstatic final int X = Integer.parseInt(\"x\"); {"));
    cli.file("Looks.java", looks());
    cli.file("ticks.yaml", "ticks:\n  source: store\n");
    cli.file("grace.yaml", "ticks:\n  grace: 1s\n");
    cli.file(
        "book.csv",
        """
        time,receive_time,side,price,qty,begins,ends
        2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,bid,9,1,true,true
        """);
    cli.file("Empty.java", "final class Empty {}");
    Process pipe = new ProcessBuilder("mkfifo", folder.resolve("a-pipe").toString()).start();
    assertThat(pipe.waitFor()).isZero();
    Files.createDirectories(folder.resolve("a-folder"));
    Files.createDirectories(folder.resolve("taken/equity.parquet"));
    Answer answer =
        cli.line(
            "data import @/BTC_USDT-1h.csv @/ETH_USDT-1d.csv @/BTC_EUR-1h.csv @/SOL_USDT-trades.csv");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  private static String strategy(String name, String body) {
    return """
    import io.tradewind.analytics.parameter.*; import io.tradewind.core.strategy.*;

    public final class %s implements Strategy {
      public void prepare(Preparation preparation) {}

      public void onBar(BarContext bar, Signals signals) {
        %s
      }
    }
    """
        .formatted(name, body);
  }

  private static String looks() {
    return """
    import io.tradewind.core.strategy.*;

    public final class Looks implements Strategy {
      public void prepare(Preparation preparation) {
        preparation.book();
      }

      public void onBar(BarContext bar, Signals signals) {}
    }
    """;
  }

  private static String daily() {
    return """
    timestamp,open,high,low,close,volume
    2024-01-01,10,12,9,11,5
    2024-01-02,11,12,9,10,5
    2024-01-03,10,12,9,11,5
    """;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          bakctest                                                | no such command: bakctest; did you mean backtest?         | tradewind --help
          data lst                                                | no such command: lst; did you mean list?                  | tradewind data --help
          data                                                    | data needs one of its commands                            | import, download, list
          backtest --stratgy momentum                             | no such option: --stratgy; did you mean --strategy?       | tradewind backtest --help
          backtest --capital                                      | --capital                                                 | tradewind backtest --help
          completion fish                                         | no completion for 'fish'                                  | bash and for zsh
          verify                                                  | verify is done by the launcher                            | ./tradewind verify
          backtest                                                | say what to trade                                         | --symbols BTC/USDT
          backtest --symbols BTC/USDT                             | say what to trade with: --strategy NAME                   | tradewind strategies
          backtest --strategy momentm --symbols BTC/USDT          | no such strategy: momentm; did you mean momentum?         | tradewind strategies
          backtest --strategy momentum --symbols BTX/USDT         | no candles of binance:BTX/USDT; did you mean BTC/USDT?    | data import FILE --symbol BTX/USDT
          backtest --strategy momentum --symbols BTC/USDT --market perp  | no candles of binance:BTC/USDT:USDT; it has binance:BTC/USDT | --market
          backtest --strategy momentum --symbols BTC/USDT --venue kraken | no candles of kraken:BTC/USDT; it has binance:BTC/USDT       | --venue
          backtest --strategy momentum --symbols BTCUSDT          | 'BTCUSDT' is no symbol                                    | BASE/QUOTE
          backtest --strategy momentum --symbols BTC/USDT,BTC/USDT| names binance:BTC/USDT twice                              | --symbols
          backtest --strategy momentum --symbols BTC/USDT,BTC/EUR | quoted in one currency                                    | binance:BTC/EUR
          backtest --strategy momentum --symbols ETH/USDT         | no candles of binance:ETH/USDT for 1h                     | it has 1d from 2024-01-01
          backtest --strategy momentum --symbols BTC/USDT --from 2020-01-01 --to 2020-02-01 | no candles of binance:BTC/USDT         | from 2024-01-01T00:00:00Z to 2024-01-26
          backtest --strategy momentum --symbols BTC/USDT --from 2025-01-01 | no candles of binance:BTC/USDT                     | from 2024-01-01T00:00:00Z to 2024-01-26
          backtest --strategy momentum --symbols BTC/USDT --from 2024-01-20 --to 2024-01-10 | trading.to = 2024-01-10 (--to): must be after trading.from | 2024-01-20
          backtest --strategy momentum --symbols BTC/USDT --from 2024-13-01 | trading.from = 2024-13-01 (--from)             | such as 2024-02-01
          backtest --strategy momentum --symbols BTC/USDT --capital=-5 | trading.capital = -5 (--capital)                     | a number above 0
          backtest --strategy momentum --symbols BTC/USDT --capital ten | trading.capital = ten (--capital)                  | a number above 0
          backtest --strategy momentum --symbols BTC/USDT --interval 1x | trading.interval = 1x (--interval)                 | 5m, 1h, 1d
          backtest --strategy momentum --symbols BTC/USDT --stop-loss 10 | exits.stop-loss = 10 (--stop-loss)                | 10% or 0.1
          backtest --strategy momentum --symbols BTC/USDT --stop-loss 0.0000001 | exits.stop-loss = 0.0000001 (--stop-loss)  | from 0.0001% to 99.9999%
          backtest --strategy momentum --symbols BTC/USDT --stop-loss 0.9999999 | exits.stop-loss = 0.9999999 (--stop-loss)  | from 0.0001% to 99.9999%
          backtest --strategy momentum --symbols BTC/USDT --trailing 0.0000001 | exits.trailing = 0.0000001 (--trailing)     | from 0.0001% to 99.9999%
          backtest --strategy momentum --symbols BTC/USDT --trailing 0.9999999 | exits.trailing = 0.9999999 (--trailing)     | from 0.0001% to 99.9999%
          backtest --strategy momentum --symbols BTC/USDT --max-leverage 1.5 | risk.max-leverage = 1.5 (--max-leverage): over 100% | --market
          backtest --strategy momentum --symbols BTC/USDT --max-symbol-exposure 2 | risk.max-symbol-exposure = 2 | over 100% needs perpetuals
          backtest --strategy momentum --symbols BTC/USDT --max-leverage 126 --market perp | risk.max-leverage = 126 | up to 12500%
          backtest --strategy momentum --symbols BTC/USDT --max-heat much | risk.max-heat = much (--max-heat) | such as 10% or 0.1, or none
          backtest --strategy momentum --symbols BTC/USDT --max-correlation 1.1 | risk.max-correlation = 1.1 | a number from -1 to 1, or none
          backtest --strategy momentum --symbols BTC/USDT --day-loss 0% | risk.day-loss = 0% (--day-loss) | above 0%
          backtest --strategy momentum --symbols BTC/USDT --dynamic yes | risk.dynamic = yes (--dynamic) | one of on, off
          backtest --strategy momentum --symbols BTC/USDT --protections cool-down:all:5m | risk.protections = cool-down:all:5m | cool-down:symbol:5m
          backtest --strategy momentum --symbols BTC/USDT --protections stop-guard:symbol:3h | risk.protections = | stop-guard:symbol-side:2/6h:3h
          backtest --strategy momentum --symbols BTC/USDT --sizing half | risk.sizing = half (--sizing) | percent-risk:2%
          backtest --strategy momentum --symbols BTC/USDT --sizing percent-risk:2 | risk.sizing = percent-risk:2 | percent-risk:2%
          backtest --strategy momentum --symbols BTC/USDT --sizing amount | risk.sizing = amount (--sizing) | amount:1000
          backtest --strategy momentum --symbols BTC/USDT --sizing kelly:0.25:25%:30:4 | risk.sizing = kelly | or none
          backtest --strategy momentum --symbols BTC/USDT --max-position-leverage 0 | risk.max-position-leverage = 0 | a whole number from 1 to 125, or none
          backtest --strategy momentum --symbols BTC/USDT --margin both | trading.margin = both (--margin) | isolated, cross
          backtest --strategy momentum --symbols BTC/USDT --ladder 5%:60%,3%:10% | exits.ladder = | rising returns
          backtest --strategy momentum --symbols BTC/USDT --ladder 3%:60%,5%:60% | exits.ladder = | 100% at most together
          backtest --strategy momentum --symbols BTC/USDT --chandelier 22 | exits.chandelier = 22 (--chandelier) | such as 22:3
          backtest --strategy momentum --symbols BTC/USDT --volatility-stop 0 | exits.volatility-stop = 0 | a number above 0, up to 1000
          backtest --strategy momentum --symbols BTC/USDT --config @/halts.yaml | risk.drawdown-halts = 5% (@/halts.yaml line 3): must be at least risk.drawdown-warns | which is 10%
          backtest --strategy momentum --symbols BTC/USDT --config @/guard.yaml | risk.slippage.parts = 5 (@/guard.yaml line 4) | needs risk.slippage.limit
          backtest --strategy momentum --symbols BTC/USDT --config @/tight.yaml | risk.slippage.limit = 0.01% (@/tight.yaml line 2) | must be over half of risk.slippage.spread
          backtest --strategy momentum --symbols BTC/USDT --config @/ | is a folder, not a file | (--config)
          backtest --strategy momentum --symbols BTC/USDT --config @/lent.yaml | risk.leverage-margin = 5% (@/lent.yaml line 3) | needs risk.max-position-leverage
          backtest --strategy momentum --symbols BTC/USDT --config @/nested.yaml | risk.breakers.day-los (@/nested.yaml line 3): no such setting; did you mean risk.breakers.day-loss? | -
          backtest --strategy momentum --symbols BTC/USDT --config @/flat.yaml | risk.breakers (@/flat.yaml line 2): is a section | such as risk.breakers.day-loss
          backtest --strategy momentum --symbols BTC/USDT --trailing-offset 3% | exits.trailing-offset = 3%                  | needs exits.trailing (--trailing)
          backtest --strategy momentum --symbols BTC/USDT --roi 60:2%,0:5% | exits.roi = 60:2%,0:5% (--roi)                  | rising minutes
          backtest --strategy momentum --symbols BTC/USDT --limits mad | risk.limits = mad (--limits)                         | research, shipped
          backtest --strategy momentum --symbols BTC/USDT --signals @/longs.csv | trading.signals                              | give one of the two
          backtest --strategy momentum --symbols BTC/USDT --param speed=3 | speed: no such parameter                          | threshold
          backtest --strategy momentum --symbols BTC/USDT --param length=0 | length = '0': must be a whole number             | --param
          backtest --strategy momentum --symbols BTC/USDT --param length | trading.parameters = length (--param)             | name=value
          backtest --strategy @/Typo.java --symbols BTC/USDT      | @/Typo.java does not compile                              | Typo.java:7: error
          backtest --strategy @/Clock.java --symbols BTC/USDT     | Clock.java:7: onBar reaches for the clock                     | bar.timeNs()
          backtest --strategy @/Fails.java --symbols BTC/USDT     | the strategy Fails failed after 2024-01-01T01:00:00Z, at Fails.java:7 | no idea
          backtest --strategy @/Static.java --symbols BTC/USDT    | @/Static.java is no strategy that can be run              | Static.java:8: a static field cannot be set: java.lang.NumberFormatException
          analyze lookahead --strategy @/Static.java              | @/Static.java is no strategy that can be run              | Static.java:8: a static field cannot be set
          backtest --strategy @/Empty.java --symbols BTC/USDT     | holds no strategy                                         | public class
          backtest --strategy @/No.java --symbols BTC/USDT        | @/No.java: there is no such file                          | --strategy
          backtest --strategy @/words.csv --symbols BTC/USDT      | ends in .java                                             | --strategy
          backtest --signals @/shorts.csv --symbols BTC/USDT      | goes short at 2024-01-05T00:00:00Z                        | --market perp
          backtest --signals @/no.csv --symbols BTC/USDT          | there is no file @/no.csv                                 | --signals
          backtest --signals @/empty.csv --symbols BTC/USDT       | there are no signals in @/empty.csv                       | it is empty
          backtest --signals @/words.csv --symbols BTC/USDT       | there are no signals in @/words.csv                       | words.csv:1
          backtest --strategy momentum --symbols T/U --candles @/no.csv | there is no file @/no.csv                           | --candles
          backtest --strategy momentum --symbols T/U --candles @/empty.csv | @/empty.csv is empty                             | --candles
          backtest --strategy momentum --symbols T/U --candles @/a-folder | @/a-folder is no file                             | --candles
          backtest --strategy momentum --symbols T/U --candles @/words.csv | @/words.csv                                      | --candles
          backtest --strategy momentum --symbols T/U --candles @/picture.png | @/picture.png                                  | --candles
          backtest --strategy momentum --symbols T/U --candles @/ETH_USDT-1d.csv | holds candles of 1d, which do not make up 1h | --interval 1d
          backtest --strategy momentum --symbols T/U,V/U --candles @/BTC_USDT-1h.csv | does not say which of the symbols      | --candles SYMBOL=
          backtest --strategy momentum --symbols T/U --candles V/U=@/BTC_USDT-1h.csv | not among the symbols T/U              | V/U
          backtest --strategy momentum --symbols BTC/USDT --filters @/no.json | @/no.json: there is no such file              | --filters
          backtest --strategy momentum --symbols BTC/USDT --filters @/a-folder | @/a-folder: can't be read (it is a folder)     | --filters
          backtest --strategy momentum --symbols BTC/USDT --filters @/empty.csv | @/empty.csv: is empty                         | --filters
          backtest --strategy momentum --symbols BTC/USDT --filters @/words.csv | must hold symbols such as BTC/USDT            | --filters
          backtest --strategy momentum --symbols BTC/USDT --filters @/picture.png | @/picture.png                               | --filters
          backtest --strategy momentum --symbols BTC/USDT --filters @/wide.yaml | filters of binance:BTC/USDT have too many digits | -
          backtest --strategy momentum --symbols BTC/USDT --filters @/wide.yaml --filters @/wrong.yaml | 2 filters are wrong (--filters): | binance:BTC/USDT (@/wrong.yaml line 1): stands also in @/wide.yaml
          backtest --strategy momentum --symbols BTC/USDT --fee-tiers 5:10/10 | costs.fee-tiers = 5:10/10 (--fee-tiers)         | from 0 on
          backtest --strategy momentum --symbols BTC/USDT --fee-tiers 0:10/10,9:1/1,9:1/1 | costs.fee-tiers =                     | rising volumes
          backtest --strategy momentum --symbols BTC/USDT --fee-tiers 0:10/10,0.001:1/1 | costs.fee-tiers =                       | rising volumes
          backtest --strategy momentum --symbols BTC/USDT --fee-tiers 0:10 | costs.fee-tiers = 0:10 (--fee-tiers)               | such as 0:10/10,1000000:9/10
          backtest --strategy momentum --symbols BTC/USDT --fee-tiers 0:1/-1 | costs.fee-tiers = 0:1/-1 (--fee-tiers)           | maker/taker with fees in bps
          backtest --strategy momentum --symbols BTC/USDT --report @/a-folder | can't write @/a-folder: it is a folder        | name a file
          backtest --strategy momentum --symbols BTC/USDT --report @/a-file/out.html | can't write @/a-file/out.html          | name another file
          backtest --strategy momentum --symbols BTC/USDT --report /dev/full | can't write /dev/full: No space left on device | make room
          backtest --strategy momentum --symbols BTC/USDT --csv /dev/full | can't write /dev/full: No space left on device    | make room
          backtest --strategy momentum --symbols BTC/USDT --journal @/longs.csv | --journal would overwrite @/longs.csv, which is no journal | name another file
          backtest --strategy momentum --symbols BTC/USDT --journal @/new --csv @/new | --csv and --journal both write | name two files
          backtest --strategy momentum --symbols BTC/USDT --journal @/a-folder | can't write @/a-folder: it is a folder | name a file
          backtest --strategy ema-cross --symbols BTC/USDT --journal /dev/full | can't write /dev/full: No space left on device | make room
          risk                                                    | say what to trade                                         | --symbols BTC/USDT
          risk --strategy momentm --symbols BTC/USDT --max-heat 0 | 2 things are wrong:                                       | no such strategy: momentm; did you mean momentum?
          risk --strategy momentum --symbols BTC/USDT --report @/longs.csv | --report would overwrite @/longs.csv, which is no report | name another file
          risk --strategy momentum --symbols BTC/USDT --report /dev/full | can't write /dev/full: No space left on device     | make room
          risk --strategy momentum --symbols BTC/USDT --csv @/x.csv | no such option: --csv                                   | tradewind risk --help
          risk --strategy @/Fails.java --symbols BTC/USDT         | the strategy Fails failed after 2024-01-01T01:00:00Z      | no idea
          backtest --strategy momentum --symbols BTC/USDT --parquet @/a-file | can't write into @/a-file: it is no folder     | name a folder
          backtest --strategy momentum --symbols BTC/USDT --parquet @/a-file/out | can't write @/a-file/out                   | name another
          backtest --strategy momentum --symbols BTC/USDT --parquet @/taken | can't write @/taken/equity.parquet: it is a folder | name a file
          backtest --strategy momentum --symbols BTC/USDT --parquet /proc/out | can't write /proc/out                         | name another
          backtest --strategy momentum --symbols BTC/USDT --config @/no.yaml | there is no file @/no.yaml                     | --config
          backtest --strategy momentum --symbols BTC/USDT --config @/broken.yaml | is not valid YAML                          | broken.yaml line
          backtest --strategy momentum --symbols BTC/USDT --config @/list.yaml | must hold sections                           | trading
          backtest --strategy momentum --symbols BTC/USDT --config @/picture.png | is not valid YAML                          | picture.png
          backtest --strategy momentum --symbols BTC/USDT --report /proc/out.html | can't write /proc/out.html: the system takes no files there | name another file
          backtest --strategy momentum --symbols BTC/USDT --csv /proc/out.csv | can't write /proc/out.csv: the system takes no files there | name another file
          risk --strategy momentum --symbols BTC/USDT --report /proc/out.html | can't write /proc/out.html: the system takes no files there | name another file
          data export /proc/out.csv --symbol BTC/USDT             | can't write /proc/out.csv: the system takes no files there | name another file
          backtest --strategy momentum --symbols BTC/USDT --report @/a-file/out.html | can't write @/a-file/out.html: the folder @/a-file can't be made, a file is in its place | name another file
          backtest --strategy momentum --symbols BTC/USDT --config @/tab.yaml | the file (@/tab.yaml line 2): is not valid YAML: column 1, no tab may stand there | write spaces
          backtest --strategy momentum --symbols BTC/USDT --config @/inner-tab.yaml | the file (@/inner-tab.yaml line 3): is not valid YAML: column 12, no tab | write spaces
          backtest --strategy momentum --symbols BTC/USDT --config @/broken.yaml | @/broken.yaml line 3): is not valid YAML: column 10, expected ',' or ']' | -
          backtest --strategy momentum --symbols BTC/USDT --config= | --config names no file: ''                                | -
          data import @/empty.csv                                 | @/empty.csv is empty                                      | leave it out, or get it again
          data import @/a-folder                                  | @/a-folder is a folder                                    | name the files in it
          data list --home @/a-file/home                          | can't make the folder @/a-file/home: @/a-file is no folder (--home) | name another
          data list --home /proc/home                             | can't make the folder /proc/home: the system takes no files there (--home) | name another
          data list --home=                                       | '' names no folder (--home)                               | name another
          config show --config @/unknown.yaml                     | tradng (@/unknown.yaml line 1): no such setting; did you mean trading? | did you mean risk.max-trade-risk?
          data import @/words.csv                                 | its name does not tell the symbol                         | --symbol
          data import @/head-1h.csv --symbol T/U                  | @/head-1h.csv has a heading but no rows                   | -
          data import @/no.csv --symbol T/U                       | there is no file @/no.csv                                 | -
          data import @/picture.png --symbol T/U                  | @/picture.png                                             | -
          data import @/BTC_USDT-1h.csv --interval 5m             | no candles of 5m                                          | --interval
          data import @/BTC_USDT-1h.csv --columns when=0          | 'when' is no field of a mapping                           | --columns
          data import @/BTC_USDT-1h.csv --kind fundin             | --kind fundin: must be one of candles, trades, agg-trades, funding, book; did you mean funding? | -
          data import @/BTC_USDT-1h.csv --kind trades             | holds candles, and trades are wanted                      | -
          data import @/BTC_USDT-1h.csv --kind funding            | the rate 100 is more than the position itself             | 0.01 % is 0.0001
          data import @/rates.csv                                 | its name does not tell the symbol                         | --symbol
          data import @/rates.csv --symbol BTC/USDT --market spot | holds funding rates, which spot has none of               | leave out --market spot
          data import @/rates.csv --symbol BTC/USDT --kind candles | holds funding rates, and candles are wanted              | -
          backtest --strategy momentum --symbols BTC/USDT --funding @/rates.csv | is to be the funding of binance:BTC/USDT, which is spot | --market perp
          backtest --strategy momentum --symbols T/U --market perp --candles @/BTC_USDT-1h.csv --funding @/no.csv | there is no file @/no.csv | --funding
          backtest --strategy momentum --symbols T/U --market perp --candles @/BTC_USDT-1h.csv --funding @/BTC_USDT-1h.csv | the rate 100 is more than the position itself | --funding
          backtest --strategy momentum --symbols T/U --market perp --candles @/BTC_USDT-1h.csv --funding @/words.csv | the columns are not known | --columns time=0,rate=1
          backtest --strategy momentum --symbols T/U,V/U --market perp --candles T/U=@/BTC_USDT-1h.csv --funding @/rates.csv | does not say which of the symbols | --funding SYMBOL=
          backtest --strategy momentum --symbols BTC/USDT --filters @/spot-margin.yaml | has no margin, for it is spot; write BTC/USDT:USDT | --filters
          data import @/BTC_USDT-1h.csv --market futures          | --market futures: must be spot or perp                    | -
          data import @/BTC_USDT-1h.csv --home @/a-file/home      | can't make the folder @/a-file/home: @/a-file is no folder (--home) | name another
          data list --home @/a-file                               | @/a-file is no folder (--home)                            | name another
          data list --symbol BTX/USDT                             | has nothing of BTX/USDT; did you mean BTC/USDT?           | data import FILE --symbol BTX/USDT
          data check --symbol BTX/USDT                            | has nothing of BTX/USDT                                   | tradewind data list
          data check --findings many                              | --findings many                                           | whole number
          data export @/x.csv --symbol BTX/USDT                   | has nothing of BTX/USDT                                   | tradewind data list
          data export @/x.csv                                     | several series fit                                        | --kind candles-1d
          data export @/x.doc --symbol BTC/USDT                   | does not end in .csv, .json or .parquet                   | --format
          data export @/x.csv --symbol BTC/USDT --format cvs      | --format cvs: must be csv, json or parquet; did you mean csv? | -
          data export @/a-pipe --format csv --symbol BTC/USDT     | @/a-pipe: it is no file that could be replaced            | name a file
          data export @/a-folder --format csv --symbol BTC/USDT   | can't write @/a-folder: it is a folder                    | name a file in it
          data export @/a-file/x.csv --symbol BTC/USDT            | @/a-file/x.csv                                            | -
          data download --from 2024-01-01                         | --symbols is missing                                      | such as BTC/USDT
          data download --symbols BTC/USDT                        | --from is missing                                         | such as 2024-01-01
          data download --symbols BTC/USDT --from 2024-02-01 --to 2024-01-01 | --to must be after --from                      | -
          data download --symbols BTC/USDT --from 2024-01-01 --interval 7m | --interval 7m: Binance has 1m, 3m, 5m            | others are made from these
          data download --symbols BTC/USDT --from 2024-01-01 --kind trade | --kind trade: must be candles, trades or funding  | did you mean trades?
          data download --symbols BTC/USDT --from 2024-01-01 --kind funding --market spot | spot has no funding              | leave it out
          data download --symbols kraken:BTC/USDT --from 2024-01-01 | only Binance can be downloaded from                     | -
          data download --symbols BTC/USDT,BTC/USDT:USDT --from 2024-01-01 | are of two markets                           | one after the other
          data download --symbols BTC/USDT --from 2024-01-01 --parallel 0 | --parallel 0: must be a whole number from 1 to 16 | -
          data download --symbols BTC/USDT --from yesterday       | --from yesterday: must be a date or a date and time       | such as 2024-02-01
          data download --symbols BTC/USDT --from 2024-01-01 --base-url binance | --base-url binance: must be scheme, host and port | http://127.0.0.1:9080
          data download --symbols BTC/USDT --from 2024-01-01 --base-url http://127.0.0.1:1 | can't ask http://127.0.0.1:1: no connection | check the network and --base-url
          data delete                                             | say what to delete                                        | --symbol
          data delete --symbol BTC/USDT                           | nobody is there to be asked                               | --yes
          demo --speed 0                                          | demo.speed = 0 (--speed)                                  | a number from 1 to 60
          demo --for never                                        | demo.for = never (--for)                                  | 90m, 24h, 7d
          demo --strategy momentm                                 | no such strategy: momentm; did you mean momentum?         | tradewind strategies
          backtest --strategy momentum --symbols BTC/USDT --csv @/longs.csv | --csv would overwrite @/longs.csv, which is no list of a run's trades | name another file
          backtest --signals @/longs.csv --symbols BTC/USDT --report @/longs.csv | --report would overwrite @/longs.csv, which is no report | name another file
          backtest --strategy @/Clock.java --symbols BTC/USDT --csv @/Clock.java | --csv would overwrite @/Clock.java         | name another file
          backtest --strategy momentum --symbols BTC/USDT --csv @/new --report @/a-folder/../new | --report and --csv both write | name two files
          backtest --strategy momentum --symbols BTC/USDT --csv @/new/trades.parquet --parquet @/new | --csv and --parquet both write | name two files
          backtest --strategy momentum --symbols BTC/USDT --report @/there/store/new.html --home @/there | it lies in the store of market data | name a file elsewhere
          backtest --strategy momentum --symbols BTC/USDT --parquet @/there/store/new --home @/there | it lies in the store of market data        | name a file elsewhere
          data export @/there/store/new.csv --symbol BTC/USDT --home @/there | it lies in the store of market data                       | name a file elsewhere
          backtest --strategy momentum --symbols SOL/USDT         | has only trades of binance:SOL/USDT, of which only a run on ticks makes candles | --candles FILE
          indicators rsi --symbol SOL/USDT                        | has only trades of binance:SOL/USDT                       | data import FILE --symbol SOL/USDT
          backtest --ticks --strategy momentum --symbols BTC/USDT | has no trades of binance:BTC/USDT; of it there is candles-1h | tradewind data import FILE
          backtest --ticks --strategy momentum --symbols XRP/USDT | has no trades of binance:XRP/USDT | --ticks FILE
          backtest --ticks --strategy momentum --symbols SOL/USDT --to 2023-01-01 | no trades of binance:SOL/USDT in the span asked for; it has trades from 2024-01-01T00:00:00Z | --from and --to
          backtest --ticks --strategy momentum --symbols SOL/USDT --from 2024-01-02 --to 2024-01-03 --warm-up 7d | there are no trades of binance:SOL/USDT from 2024-01-02 | there are some from 2024-01-01T00:00:00Z to 2024-01-01T00:00:01Z
          backtest --ticks --strategy @/Looks.java --symbols SOL/USDT | Looks asks for the order book, and none of binance:SOL/USDT is known | --book-from-updates
          backtest --ticks --strategy momentum,pairs --symbols SOL/USDT | trading.strategy = momentum,pairs (--strategy): a run on ticks (ticks.source, --ticks) is of one strategy | -
          backtest --ticks --strategy momentum --rival a=momentum --symbols SOL/USDT | rivals.strategies = a=momentum (--rival): a run on ticks | nobody to be a challenger of
          backtest --ticks --strategy momentum --share momentum=50% --symbols SOL/USDT | allocation.shares = momentum=50% (--share): a run on ticks | has the whole capital
          backtest --ticks --strategy momentum --hedge BTC/USDT:USDT --symbols SOL/USDT | hedge.with = BTC/USDT:USDT (--hedge): can't be together with ticks.source | -
          backtest --ticks --strategy momentum --candles @/BTC_USDT-1h.csv --symbols SOL/USDT | (--candles): can't stand beside ticks.source (--ticks) | made of the trades
          backtest --ticks --strategy momentum --slippage-bps 2 --symbols SOL/USDT | costs.slippage-bps = 2 (--slippage-bps): has no place in a run on ticks | the recorded book shows
          backtest --ticks --strategy momentum --spread-bps 2 --symbols SOL/USDT | costs.spread-bps = 2 (--spread-bps): has no place in a run on ticks | the recorded book shows
          backtest --ticks --strategy momentum --impact 2 --symbols SOL/USDT | costs.impact-bps = 2 (--impact): has no place in a run on ticks | the recorded book shows
          backtest --ticks --strategy momentum --volume-share 2% --symbols SOL/USDT | costs.volume-share = 2% (--volume-share): has no place in a run on ticks | the recorded book shows
          backtest --ticks --strategy momentum --order-latency fast --symbols SOL/USDT | ticks.order-latency = fast (--order-latency): must be 0, or a time up to 60s | such as 800us, 25ms, 2s
          backtest --ticks --strategy momentum --order-latency 61s --symbols SOL/USDT | ticks.order-latency = 61s (--order-latency) | up to 60s
          backtest --ticks --strategy momentum --queue first --symbols SOL/USDT | ticks.queue = first (--queue): must be one of risk-averse, proportional | -
          backtest --ticks --strategy momentum --feed-latency 2s --interval 1s --symbols SOL/USDT | ticks.feed-latency = 2s (--feed-latency): must be less than trading.interval, which is 1s | -
          backtest --ticks --strategy momentum --feed-latency 2s --config @/grace.yaml --symbols SOL/USDT | ticks.grace = 1s (@/grace.yaml line 2): must be at least ticks.feed-latency, which is 2s | -
          backtest --ticks @/no.jsonl --strategy momentum --symbols SOL/USDT | there is no file @/no.jsonl | (--ticks)
          backtest --ticks @/BTC_USDT-1h.csv --strategy momentum --symbols BTC/USDT | @/BTC_USDT-1h.csv holds candles, and trades or a book are wanted | (--ticks)
          backtest --ticks @/SOL_USDT-trades.csv --ticks @/SOL_USDT-trades.csv --strategy momentum --symbols SOL/USDT | two files hold trades of binance:SOL/USDT | data import FILE
          backtest --ticks @/SOL_USDT-trades.csv --strategy momentum --symbols SOL/USDT --from 2024-02-01 --warm-up 1d | no trades of binance:SOL/USDT in the span asked for in @/SOL_USDT-trades.csv | --from and --to
          backtest --ticks @/book.csv --strategy momentum --symbols SOL/USDT | no trades of binance:SOL/USDT in @/book.csv, and a book alone is not enough | name a file of trades
          backtest --ticks ETH/USDT=@/book.csv --strategy momentum --symbols SOL/USDT | is said to be of ETH/USDT | among the symbols SOL/USDT
          analyze lookahead --ticks --strategy momentum --symbols BTC/USDT | no such option: --ticks                          | analyze lookahead --help
          analyze lookahead --strategy momentum --symbols BTC/USDT --config @/ticks.yaml | a strategy is examined on candles | TRADEWIND_TICKS_SOURCE=none
          backtest --signals @/cut.json --symbols BTC/USDT        | cut.json:1: the JSON breaks off                           | the array by ]
          backtest --signals @/colon.json --symbols BTC/USDT      | colon.json:1: this is no JSON, near column 10             | signals are written like [{
          backtest --signals @/sums.csv --symbols BTC/USDT,ETH/USDT | size '1000 USDT' needs the symbol in its row where the run has several | sums.csv:2
          backtest --strategy momentum --capital=-5 --param length=0 --param speed=2 | 2 things are wrong:                     | length = '0': must be a whole number
          backtest --param length=0                               | say what to trade: --symbols                              | say what to trade with
          backtest --strategy momentum --param length=0 --csv @/longs.csv | 3 things are wrong:                               | length = '0': must be a whole number
          demo --speed 0 --param fast=1                           | demo.speed = 0 (--speed)                                  | fast = '1': must be a whole number
          indicators nosuch                                       | there is no indicator 'nosuch'                            | all are listed by: tradewind indicators
          indicators rsi --length 100000000000                    | length = '100000000000': must be a whole number           | from 2 to 100000
          indicators rsi --length 700 --symbol BTC/USDT           | rsi(700) has no value yet: it needs 701 candles of 1h, and there are 600 | import more
          indicators rsi --symbol BTC/USDT --from 2025-01-01      | there are no candles of binance:BTC/USDT                  | from 2024-01-01T00:00:00Z to 2024-01-26
          indicators rsi --symbol BTC/USDT --from 2025-01-01 --csv | there are no candles of binance:BTC/USDT                 | from 2024-01-01T00:00:00Z to 2024-01-26
          indicators rsi --symbol T/U --candles @/BTC_USDT-1h.csv --from 2025-01-01 | there are no candles of binance:T/U     | from 2024-01-01T00:00:00Z to 2024-01-26
          indicators rsi --symbol T/U --candles @/BTC_USDT-1h.csv --to 2023-01-01 | there are no candles of binance:T/U       | from 2024-01-01T00:00:00Z to 2024-01-26
          indicators sma(1) --symbol BTC/USDT --interval 52w      | needs 1 candle of 52w, and there are 0                    | a shorter --interval
          indicators sma(87) --symbol BTC/USDT --interval 7h      | needs 87 candles of 7h, and there are 86                  | a shorter --interval
          indicators sma(2) --symbol BTC/USDT --interval 7h --from 2024-01-25T22:00:00Z | no candle of 7h closes in the span asked for | an earlier --from
          indicators rsi --symbol BTC/USDT --csv @/out.csv        | values go to standard output                              | --csv > @/out.csv
          exchange --generate --replay @/longs.csv                | a market is made or happens again                         | --generate or --replay, not both
          indicators rsi --symbol BTC/USDT --csv --json           | --csv and --json                                          | give one of the two
          indicators rsi --csv                                    | --csv is for values                                       | --symbol A/B
          indicators --interval 4h                                | --interval is for values                                  | --symbol A/B
          indicators rsi --family trend                           | --family is for the list                                  | leave out the names
          indicators rsi --symbol BTC/USDT,ETH/USDT --interval 1d | values are of one symbol, and --symbol names 2            | each on its own
          indicators rsi --symbol BTX/USDT                        | no candles of binance:BTX/USDT; did you mean BTC/USDT?    | data import FILE
          indicators rsi --symbol BTC/USDT --interval 5m          | no candles of binance:BTC/USDT for 5m                     | it has 1h from
          indicators rsi --symbol BTC/USDT --home @/void          | the store in @/void/store has no candles at all           | data import FILE
          analyze lookahead                                       | say what to examine: --strategy NAME                      | tradewind strategies
          analyze lookahead --strategy momentum --home @/void     | no --symbols was given, and the store in @/void/store has no candles | tradewind data import FILE
          analyze warmup --strategy momentum --interval 5m        | has no candles of binance, spot, for 5m                   | tradewind data list
          analyze warmup --strategy momentum --symbols BTX/USDT   | no candles of binance:BTX/USDT                            | data import FILE
          analyze warmup --strategy momentum --starts 1 --tolerance 5 --capital 0 --param length=0 | 4 things are wrong:       | --tolerance 5: must be a share
          analyze lookahead --strategy momentum --cuts 0 --param length=0 | --cuts 0: must be a whole number                   | length = '0': must be a whole number
          demo --home @/a-file/home                               | can't make the folder @/a-file/home: @/a-file is no folder (--home) | name another
          """)
  void aMistakeIsNamedWithItsCauseAndTheWayOut(String line, String cause, String wayOut) {
    Answer answer = cli.line(line);
    assertThat(answer.err()).contains(cause);
    assertThat(answer.err()).contains(wayOut == null ? cause : wayOut);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).doesNotContain("Exception in", "\tat ");
  }

  @Test
  void allMistakesOfAConfigurationAreToldAtOnce() throws IOException {
    Path file = cli.file("bad.yaml", "costs:\n  fee-bps: free\n  tea: 3\nexits: 5\n");
    Answer answer =
        new Cli(folder)
            .with("TRADEWIND_RISK_MAX_LEVERAGE", "much")
            .with("TRADEWIND_RISK_MAX_LEVERAG", "1")
            .run("backtest", "--config", file.toString(), "--capital", "0");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err().lines().toList())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("6 things are wrong:"),
            line -> assertThat(line).contains("costs.fee-bps = free (@/bad.yaml line 2): must be"),
            line -> assertThat(line).contains("costs.tea (@/bad.yaml line 3): no such setting"),
            line -> assertThat(line).contains("exits (@/bad.yaml line 4): is a section"),
            line -> assertThat(line).contains("risk.max-leverage = much (TRADEWIND_RISK_MAX_LEV"),
            line -> assertThat(line).contains("did you mean TRADEWIND_RISK_MAX_LEVERAGE?"),
            line -> assertThat(line).contains("trading.capital = 0 (--capital): must be"));
  }

  @Test
  void aDamagedFileOfTheStoreIsNamed() throws IOException {
    Path other = Files.createDirectories(folder.resolve("damaged"));
    Cli mine = new Cli(other);
    mine.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 100));
    assertThat(mine.line("data import @/BTC_USDT-1h.csv").exitCode()).isZero();
    try (Stream<Path> files = Files.walk(other.resolve("home"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        if (file.toString().endsWith(".parquet")) {
          Files.writeString(file, "this is no Parquet");
        } else {
          Files.delete(file);
        }
      }
    }
    Answer answer = mine.line("backtest --strategy momentum --symbols BTC/USDT");
    assertThat(answer.err()).contains("data.parquet").doesNotContain("\tat ");
    assertThat(answer.exitCode()).isEqualTo(2);
  }

  @Test
  void aDamagedFileHidesNothingElse() throws IOException {
    Path other = Files.createDirectories(folder.resolve("half"));
    Cli mine = new Cli(other);
    mine.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 200));
    mine.file("ETH_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 100));
    mine.line("data import @/BTC_USDT-1h.csv @/ETH_USDT-1h.csv");
    Path broken =
        other.resolve(
            "home/store/venue=binance/market=spot/symbol=ETH-USDT/kind=candles-1h/month=2024-01/data.parquet");
    Files.write(broken, java.util.Arrays.copyOf(Files.readAllBytes(broken), 200));
    for (String command : List.of("list", "list --json", "check", "check --json")) {
      Answer answer = mine.line("data " + command);
      assertThat(answer.out()).contains("BTC/USDT").doesNotContain("ETH/USDT");
      assertThat(answer.err())
          .contains("symbol=ETH-USDT", "is damaged", "delete that file and import its rows again");
      assertThat(answer.exitCode()).isEqualTo(2);
    }
    assertThat(mine.line("data list --symbol BTC/USDT").exitCode()).isZero();
    assertThat(mine.line("backtest --strategy ema-cross --symbols BTC/USDT").exitCode()).isZero();
    for (String line :
        List.of(
            "backtest --strategy ema-cross --symbols ETH/USDT",
            "data export @/out.csv --symbol ETH/USDT")) {
      assertThat(mine.line(line).err()).contains("symbol=ETH-USDT", "is damaged");
      assertThat(mine.line(line).exitCode()).isEqualTo(2);
    }
    assertThat(mine.line("data delete --symbol ETH/USDT --yes").out())
        .contains("deleted binance:ETH/USDT candles-1h, damaged");
    assertThat(mine.line("data list").exitCode()).isZero();
  }

  @Test
  void aStackTraceIsShownOnlyWhereItIsAskedFor() {
    assertThat(cli.line("backtest --symbols BTC/USDT --debug").err()).contains("\tat ");
    assertThat(new Cli(folder).with("TRADEWIND_DEBUG", "1").line("data lst").err())
        .contains("\tat ");
  }

  @Test
  void whatARunWroteTheNextMayReplace() throws IOException {
    String line =
        "backtest --strategy ema-cross --symbols BTC/USDT --csv @/mine.csv --report @/mine.html";
    for (int round = 0; round < 2; round++) {
      Answer answer = cli.line(line);
      assertThat(answer.exitCode()).as(answer.err()).isZero();
    }
    Path page = cli.file("page.html", "<!doctype html><title>somebody's page</title>");
    assertThat(cli.line(line.replace("mine.html", "page.html")).err()).contains("is no report");
    assertThat(Files.readString(page)).contains("somebody's");
    assertThat(cli.line(line.replace("mine.csv", "longs.csv")).exitCode()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("longs.csv"))).startsWith("time,");
  }

  @Test
  void nothingIsLeftBehindByAReportThatFailed() throws IOException {
    cli.line("backtest --strategy momentum --symbols BTC/USDT --report @/a-file/out.html");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }
}
