package io.tradewind.exchange.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.exchange.server.SimulatedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** ccxt of npm; {@code npm ci} in its folder installs it. */
class CcxtTest {
  private static final Path FOLDER = Path.of("src/test/clients/ccxt");

  @Test
  void tradesStreamsAndReadsTheAccountOnSpot() throws Exception {
    try (SimulatedExchange exchange = Spot.start(0)) {
      assertThat(run("spot.js", exchange.port()))
          .isEqualTo(
              """
              ["markets",["BTC/USDT","ETH/USDT"]]
              ["time",true]
              ["ticker",[59999,60001]]
              ["book",[[[59999,1],[59998,1]],[[60001,0.9],[60002,1]]]]
              ["trades",[["buy",60001,0.1]]]
              ["candles",true]
              ["balance",{"BTC":2,"ETH":0,"USDT":100000}]
              ["market",["market","buy",60001,0.5,0.5,60001,"closed"]]
              ["limit",["limit","buy",59000,0.1,0,null,"open"]]
              ["asked",["limit","buy",59000,0.1,0,null,"open"]]
              ["open",[["limit","buy",59000,0.1,0,null,"open"]]]
              ["edited",["limit","buy",58000,0.2,0,null,"open"]]
              ["canceled","canceled"]
              ["stop",["limit","sell",55000,0.1,0,null,"open"]]
              ["all canceled",1]
              ["my trades",[["buy",60001,0.5,0.0005,"BTC"]]]
              ["orders",["closed","canceled","canceled","canceled"]]
              ["too much","InsufficientFunds: binance Account has insufficient balance for requested action."]
              ["would take","OrderImmediatelyFillable: binance Order would immediately match and take."]
              ["unknown","OrderNotFound: binance {\\"code\\":-2013,\\"msg\\":\\"Order does not exist.\\"}"]
              ["stream of trades",[["buy",60001,0.5]]]
              ["stream of books",[59999,1]]
              ["stream of tickers",60001]
              ["stream of candles",true]
              ["stream of orders",[["market","buy",true]]]
              ["stream of balances",2.4995]
              ["stream of my trades",[["buy",60001,0.5]]]
              """);
    }
  }

  @Test
  void tradesStreamsAndReadsTheAccountOnFutures() throws Exception {
    try (SimulatedExchange exchange = Futures.start(0)) {
      assertThat(run("futures.js", exchange.port()))
          .isEqualTo(
              """
              ["markets",["BTC/USDT:USDT","ETH/USDT:USDT"]]
              ["time",true]
              ["ticker",60001]
              ["best",[59999,60001]]
              ["book",[[59999,1],[60001,0.9]]]
              ["trades",[["buy",60001,0.1]]]
              ["candles",true]
              ["funding",[0.0001,60000,60000]]
              ["open interest",0.1]
              ["tiers",2]
              ["balance",{"USDT":100000}]
              ["mode",false]
              ["leverage",10]
              ["margin mode","MarginModeAlreadySet: binanceusdm {\\"code\\":-4046,\\"msg\\":\\"No need to change margin type.\\"}"]
              ["market",["market","buy",60001,0.5,0.5,60001,"closed"]]
              ["limit",["limit","buy",59000,0.1,0,null,"open"]]
              ["asked",["limit","buy",59000,0.1,0,null,"open"]]
              ["open",[["limit","buy",59000,0.1,0,null,"open"]]]
              ["edited",["limit","buy",58000,0.2,0,null,"open"]]
              ["canceled","canceled"]
              ["several",["open","open"]]
              ["all canceled",0]
              ["stop",["open",57000]]
              ["stops",[57000]]
              ["stop canceled",0]
              ["positions",[["long",0.5,60001,"cross"]]]
              ["my trades",[["buy",60001,0.5,15.00025,"USDT"]]]
              ["orders",["closed","canceled","canceled","canceled"]]
              ["fees",[0.0002,0.0005]]
              ["ledger",[["transfer","in",100000],["commission","out",15.00025]]]
              ["unknown","OrderNotFound: binanceusdm {\\"code\\":-2013,\\"msg\\":\\"Order does not exist.\\"}"]
              ["too much","ExchangeError: binanceusdm {\\"code\\":-2019,\\"msg\\":\\"Margin is insufficient.\\"}"]
              ["would take","InvalidOrder: binanceusdm {\\"code\\":-5022,\\"msg\\":\\"Due to the order could not be executed as maker, the Post Only order will be rejected.\\"}"]
              ["closed",["market","sell",59999,0.5,0.5,59999,"closed"]]
              ["nothing to reduce","ExchangeError: binanceusdm {\\"code\\":-2022,\\"msg\\":\\"ReduceOnly Order is rejected.\\"}"]
              ["stream of trades",[["buy",60001,0.5]]]
              ["stream of books",[60001,0.4]]
              ["stream of best prices",59999]
              ["stream of tickers",60001]
              ["stream of candles",true]
              ["stream of marks",60000]
              ["stream of orders",[["market","buy",true]]]
              ["stream of balances",99969]
              ["stream of my trades",[["buy",60001,0.5]]]
              """);
    }
  }

  private static String run(String script, int port) throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules/ccxt")),
        "ccxt is not installed: npm ci in exchange/" + FOLDER);
    Path said = Files.createTempFile("ccxt", ".txt");
    Process process =
        new ProcessBuilder("node", script, Integer.toString(port), Spot.KEY, Spot.SECRET)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      boolean ended = process.waitFor(3, TimeUnit.MINUTES);
      String text = Files.readString(said, StandardCharsets.UTF_8);
      assertThat(ended).as("ended, having said %s", text).isTrue();
      return text;
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(said);
    }
  }
}
