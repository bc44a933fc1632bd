package io.tradewind.trader.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.Timing;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Incident;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No secret of the configuration stands in any file, however it came there. */
class SecretsTest {
  /** With all that JSON and addresses write otherwise. */
  private static final List<String> PLANTED =
      List.of(
          "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
          "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsRNXi0DdIu5OJTIP3ho8rjGr4yQAVcPC",
          "p\"q\\w/ä+ö&%= #z",
          "hunter2",
          "+wZ/9aB==",
          "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
          "https://hc-ping.example/2f1e-9d");

  @TempDir private Path folder;

  private final VirtualTime time = new VirtualTime(World.START_NS);
  private final Meters meters = new Meters();

  private static Secrets known() {
    Secrets secrets = new Secrets();
    PLANTED.forEach(secrets::add);
    return secrets;
  }

  private static String encoded(String secret) {
    return URLEncoder.encode(secret, StandardCharsets.UTF_8);
  }

  /** Everything that can write a line, with a secret wherever a text may be. */
  private void makeNoise(LogFiles files, String secret) {
    SessionLog log = new SessionLog(files, 0);
    long nowNs = time.nowNs();
    for (LogStream stream : LogStream.values()) {
      for (LogLevel level : LogLevel.values()) {
        files.write(LogLine.of(stream, level, stream.key(), nowNs, "words with " + secret));
      }
    }
    IllegalStateException cause = new IllegalStateException("cause " + secret);
    RuntimeException thrown = new IllegalArgumentException("thrown " + secret, cause);
    thrown.addSuppressed(new IOException("https://api.example/x?k=" + encoded(secret)));
    files.thrown("feed", nowNs, thrown);
    log.note(new AuditNote.SessionStarted(nowNs, "live", secret, 8, List.of(secret), List.of()));
    log.note(
        new Incident.IncidentRaised(
            nowNs, "x" + secret, nowNs, Incident.Severity.CRITICAL, "why " + secret));
    log.state(
        new ComponentStatus("orders", ComponentStatus.Level.DOWN, nowNs, secret, true), nowNs);
    log.news(new VenueNews.StreamLost("gone " + secret), nowNs);
    log.news(new VenueNews.Refused(1, new VenueError.Unknown(secret)), nowNs);
    log.fault(new FaultLog.Report(1, InputFault.NOT_JSON, secret, "{\"a\":\"" + secret), nowNs);
    call(files, secret);
  }

  private void call(LogFiles files, String secret) {
    Transport inner =
        (request, timeoutNs, done) -> {
          done.accept(new Outcome.Answered(401, Map.of("x-a", secret), "bad key " + secret));
          return () -> {};
        };
    WireRequest request =
        new WireRequest(
            VenueRequest.Method.POST,
            "/ws/" + encoded(secret) + "?symbol=BTCUSDT&x=" + encoded(secret) + "&signature=abc",
            List.of(new WireRequest.Header("X-MBX-APIKEY", secret)),
            "listenKey=" + secret);
    Transport.Call _ =
        new ApiLog(inner, "binance", time, files, meters).send(request, 1, outcome -> {});
  }

  @Test
  void noSecretOfTheConfigurationIsInAnyFile() throws IOException {
    List<String> trouble = new ArrayList<>();
    LogSettings all = LogSettings.STANDARD.with("trades", LogLevel.DEBUG);
    try (LogFiles files = LogFiles.open(folder, all, known(), trouble::add)) {
      for (String secret : PLANTED) {
        makeNoise(files, secret);
      }
    }
    List<String> lines = Lines.all(folder);
    assertThat(lines).hasSizeGreaterThan(PLANTED.size() * 30);
    String text = String.join("\n", lines);
    for (String secret : PLANTED) {
      assertThat(text).doesNotContain(secret).doesNotContain(encoded(secret));
    }
    assertThat(text).contains(Secrets.MASK, "words with ***", "thrown ***", "cause ***");
    // What is read back as JSON has none either, and is JSON.
    assertThat(lines)
        .allSatisfy(line -> assertThat(Lines.json(line).toString()).doesNotContain(PLANTED));
    assertThat(trouble).isEmpty();
  }

  /** Names alone give a secret away that nobody told of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /api/v3/order?symbol=BTCUSDT&timestamp=1&signature=c8db56825ae7 | GET /api/v3/order?symbol=BTCUSDT&timestamp=1&signature=***
          X-MBX-APIKEY: vmPUZE6mv9SD                   | X-MBX-APIKEY: ***
          {"listenKey":"pqia91ma19a5s61cv6a81va65"}    | {"listenKey":"***"}
          {"message":"{\\"password\\":\\"geheim\\"}"}  | {"message":"{\\"password\\":\\"***\\"}"}
          Authorization: Bearer eyJhbGciOi             | Authorization: Bearer ***
          Authorization: Basic dXNlcjpwdw==            | Authorization: Basic ***
          botToken=12345, next                         | botToken=***, next
          access_token = abc                           | access_token = ***
          secretKey: abc; apiKey=def                   | secretKey: ***; apiKey=***
          Cookie: session=abc                          | Cookie: ***
          jdbc:postgresql://anna:geheim@db:5432/x      | jdbc:postgresql://***@db:5432/x
          https://api.telegram.org/bot110:AA-b_c/send  | https://api.telegram.org/bot***/send
          wss://s:9443/ws/pqia91ma19a5s61cv6a81va65sdf19v8a65a1a5s61cv6a81va65sdf19v8a65a1 | wss://s:9443/ws/***
          wss://s:9443/ws/btcusdt@trade                | wss://s:9443/ws/btcusdt@trade
          BTC/USDT bought 0.5 at 60000, ends in 5 s    | BTC/USDT bought 0.5 at 60000, ends in 5 s
          """)
  void whatIsASecretByItsNameIsMasked(String text, String masked) {
    assertThat(new Secrets().mask(text)).isEqualTo(masked);
  }

  @Test
  void aKeyInAFileIsMasked() {
    String pem = "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQ\\n-----END PRIVATE KEY-----";
    assertThat(new Secrets().mask("key " + pem)).doesNotContain("MC4C");
  }

  /** A signature is no value of the configuration, and no line has it. */
  @Test
  void aSignedCallIsWrittenWithoutItsSignature() throws IOException {
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText(PLANTED.get(1), PLANTED.get(0)));
    String query = signer.signed("symbol=BTCUSDT&recvWindow=5000&timestamp=1499827319559");
    String signature = query.replaceFirst(".*signature=", "");
    Transport inner =
        (request, timeoutNs, done) -> {
          time.run(time.nowNs() + 2 * Utc.SECOND_NS / 1_000);
          done.accept(new Outcome.Answered(200, Map.of("x-mbx-used-weight-1m", "42"), "{}"));
          return () -> {};
        };
    try (LogFiles files = LogFiles.open(folder, LogSettings.STANDARD, new Secrets(), text -> {})) {
      List<WireRequest.Header> headers =
          List.of(new WireRequest.Header(BinanceSigner.KEY_HEADER, signer.keyId()));
      Transport.Call _ =
          new ApiLog(inner, "binance", time, files, meters)
              .send(
                  new WireRequest(
                      VenueRequest.Method.DELETE, "/api/v3/order?" + query, headers, ""),
                  1,
                  outcome -> {});
    }
    Timing counted = meters.vitals(0).calls().getFirst();
    assertThat(counted.name()).isEqualTo("DELETE /api/v3/order");
    assertThat(counted.summary().maxNs()).isEqualTo(2_000_000);
    assertThat(counted.faults()).isZero();
    String line = Lines.of(folder, LogStream.API).getFirst();
    assertThat(line)
        .doesNotContain(signature)
        .doesNotContain(signer.keyId())
        .contains(
            "\"entry\":{\"venue\":\"binance\",\"method\":\"DELETE\",\"path\":\"/api/v3/order\","
                + "\"query\":\"symbol=BTCUSDT\",\"status\":200,\"weight\":42,"
                + "\"tookMicros\":2000,\"error\":null}");
  }

  @Test
  void oneMayBeginAnother() {
    Secrets secrets = new Secrets();
    secrets.add("abcd");
    secrets.add("abcdefgh");
    assertThat(secrets.mask("abcdefgh and abcd")).isEqualTo("*** and ***");
  }

  @Test
  void itTellsNoneOfItself() {
    assertThat(known().toString()).startsWith("Secrets[").doesNotContain(PLANTED);
  }
}
