package io.tradewind.trader.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.trader.world.Truth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that trades against the simulated exchange, with faults, over real sockets and a real
 * disk, is killed again and again; the last one believes what the exchange knows.
 */
class KilledProcessTest {
  private static final long ONE = 100_000_000;

  @ParameterizedTest
  @EnumSource(Market.class)
  void believesWhatTheExchangeKnows(Market market, @TempDir Path folder) throws Exception {
    int kills = Integer.getInteger("kills", 2);
    long seed = Long.getLong("kill.seed", 1);
    SplitMix dice = new SplitMix(seed);
    ExchangeSetup setup =
        new ExchangeSetup(
            List.of(TradedSymbol.of("BTC/USDT"), TradedSymbol.of("ETH/USDT")),
            List.of(
                new ApiKey(
                    KillChild.KEY, ExchangeSetup.CUSTOMER, new Secret.Hmac(KillChild.SECRET))),
            Map.of("USDT", 100_000 * ONE, "BTC", ONE),
            new MarketSource.Generated(seed, 0),
            Optional.empty());
    FaultPlan faults =
        FaultPlan.NONE
            .with(FaultSetting.LATENCY_MS, 20)
            .with(FaultSetting.FAILURE_RATE, 0.02)
            .with(FaultSetting.LOST_ANSWER_RATE, 0.03)
            .with(FaultSetting.MESSAGE_DUPLICATE_RATE, 0.02)
            .with(FaultSetting.SOCKET_CUT_RATE, 0.0005);
    ExchangeSetup.Ready ready = setup.at(InstantSource.system().millis() * 1_000_000, faults);
    try (SimulatedExchange exchange =
        SimulatedExchange.start(
            ready.apis(), ready.market()::advance, InstantSource.system(), ready.desk(), 0)) {
      for (int i = 0; i < kills; i++) {
        Process child = child(exchange.port(), folder, market, seed);
        awaitTrading(child);
        Thread.sleep(10_500 + (long) (dice.nextDouble() * 20_000));
        child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      ready.desk();
      Process last = child(exchange.port(), folder, market, seed);
      List<String> said = finish(last);
      List<String> known = new ArrayList<>();
      exchange.operate(() -> known.addAll(truth(ready, market)));
      System.out.println(market + " " + said + " " + known);
      assertThat(said).containsAll(known).contains("end").noneMatch(line -> line.endsWith("false"));
    }
  }

  private static List<String> truth(ExchangeSetup.Ready ready, Market market) {
    Truth truth = new Truth(ready.api().exchange(), ready.futures().exchange());
    truth.checkInvariants();
    assertThat(truth.doubles(market)).isEmpty();
    List<String> known = new ArrayList<>();
    known.add("orders " + truth.open(market).size());
    return known;
  }

  private static Process child(int port, Path folder, Market market, long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KillChild.class.getName(),
            Integer.toString(port),
            folder.toString(),
            market.name(),
            Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitTrading(Process child) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine()).isEqualTo("trading");
  }

  private static List<String> finish(Process child) throws IOException {
    List<String> said = new ArrayList<>();
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        Writer in = child.outputWriter(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("trading");
      in.write("stop\n");
      in.flush();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
      }
    }
    return said;
  }
}
