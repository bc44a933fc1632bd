package io.tradewind.exchange.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signed examples are those of Binance's documentation; the last was signed by openssl. */
class GatekeeperTest {
  private static final String SPOT_SECRET =
      "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
  private static final String FUTURES_SECRET =
      "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
  private static final String ORDER =
      "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
          + "&timestamp=1499827319559";
  private static final String SIGNED =
      "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
  private static final long NOW = 1499827319559L;

  private final Gatekeeper gate =
      new Gatekeeper(
          List.of(
              new ApiKey("spot", 1, new Secret.Hmac(SPOT_SECRET)),
              new ApiKey("futures", 2, new Secret.Hmac(FUTURES_SECRET))));

  @ParameterizedTest(name = "{0} ? {1} + {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          spot    | $ORDER&signature=$SIGNED | "" | 1499827319559
          spot    | "" | $ORDER&signature=$SIGNED | 1499827319559
          spot    | "" | signature=$SIGNED&$ORDER | 1499827319559
          spot    | signature=$SIGNED | $ORDER | 1499827319559
          spot    | symbol=LTCBTC&side=BUY&signature=$SIGNED&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | "" | 1499827319559
          spot    | symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559&signature=e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3 | "" | 1499827319559
          futures | symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943&signature=3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9 | "" | 1591702613943
          futures | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC | quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943&signature=30BAAF0FAB549BBEDA7F5EF201898B34122DA25FD23C646CAC2C529AEBE670A4 | 1591702613943
          """)
  void theSignedExamplesAreAdmitted(String key, String query, String body, long nowMs) {
    assertThat(verdict(key, filled(query), filled(body), nowMs)).isEqualTo("admitted");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          spot    | $ORDER&signature=$SIGNED0 | -1022
          spot    | $ORDER&price=2&signature=$SIGNED | -1101
          spot    | $ORDER&x=2&signature=$SIGNED | -1022
          futures | $ORDER&signature=$SIGNED | -1022
          spot    | $ORDER | -1102 signature
          spot    | signature=$SIGNED | -1102 timestamp
          spot    | timestamp=now&signature=1 | -1100
          spot    | timestamp=1499827319559&recvWindow=60001&signature=1 | -1131
          spot    | timestamp=1499827319559&recvWindow=60000&signature=1 | -1022
          spot    | timestamp=1499827319559&recvWindow=0.5555&signature=1 | -1100
          nobody  | $ORDER&signature=$SIGNED | 401 -2015
          a key!  | $ORDER&signature=$SIGNED | 401 -2014
          ""      | $ORDER&signature=$SIGNED | 401 -2014
          """)
  void othersAreRefused(String key, String query, String told) {
    assertThat(verdict(key, filled(query), "", NOW)).startsWith(told);
  }

  /** What the clock says, a window, and what comes of a signature that is wrong anyway. */
  @ParameterizedTest(name = "now {0}, window {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          0     | ""       | -1022
          5000  | ""       | -1022
          5001  | ""       | -1021
          -999  | ""       | -1022
          -1000 | ""       | -1021
          60000 | 60000    | -1022
          10    | 9.999    | -1021
          10    | 10.000   | -1022
          """)
  void aRequestComesWithinItsWindow(long laterMs, String window, String told) {
    String query =
        "timestamp=" + NOW + (window.isEmpty() ? "" : "&recvWindow=" + window) + "&signature=1";
    assertThat(verdict("spot", query, "", NOW + laterMs)).startsWith(told);
  }

  /**
   * The exchange's time and another by which clients may sign, 100 s later. How much later than the
   * exchange's a request was signed, its window, and what comes of a signature that is wrong
   * anyway.
   */
  @ParameterizedTest(name = "sent {0}, window {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          0      | 5000  | -1022
          -5000  | 5000  | -1022
          -5001  | 5000  | -1021Timestamp for this request is outside of the recvWindow.
          999    | 5000  | -1022
          1000   | 5000  | -1021Timestamp for this request was 1000ms ahead of the server's time.
          49999  | 60000 | -1021Timestamp for this request was 1000ms ahead of the server's time.
          50001  | 60000 | -1022
          50001  | 5000  | -1021Timestamp for this request is outside of the recvWindow.
          95000  | 5000  | -1022
          94999  | 5000  | -1021Timestamp for this request is outside of the recvWindow.
          100000 | 5000  | -1022
          100999 | 5000  | -1022
          101000 | 5000  | -1021Timestamp for this request was 1000ms ahead of the server's time.
          """)
  void aRequestMayBeSignedByEitherOfTwoClocks(long sentMs, String window, String told) {
    Gatekeeper two =
        new Gatekeeper(
            List.of(new ApiKey("spot", 1, new Secret.Hmac(SPOT_SECRET))),
            Optional.of(InstantSource.fixed(Instant.ofEpochMilli(NOW + 100_000))));
    String query = "timestamp=" + (NOW + sentMs) + "&recvWindow=" + window + "&signature=1";
    assertThat(verdict(two, "spot", query, "", NOW)).startsWith(told);
  }

  @Test
  void timesMayBeInMicroseconds() {
    assertThat(verdict("spot", "timestamp=1499827319559000&signature=1", "", NOW))
        .startsWith("-1022");
    assertThat(verdict("spot", "timestamp=1499827319559000&signature=1", "", NOW + 5001))
        .startsWith("-1021");
  }

  @Test
  void anEd25519KeySignsInBase64() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    Gatekeeper strict = new Gatekeeper(List.of(new ApiKey("ed", 3, Secret.Ed25519.of(pem))));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(ORDER.getBytes(StandardCharsets.UTF_8));
    String base64 = Base64.getEncoder().encodeToString(signature.sign());
    String encoded = URLEncoder.encode(base64, StandardCharsets.UTF_8);
    assertThat(verdict(strict, "ed", ORDER + "&signature=" + encoded, "", NOW))
        .isEqualTo("admitted");
    assertThat(verdict(strict, "ed", ORDER + "1&signature=" + encoded, "", NOW))
        .startsWith("-1021");
    assertThat(verdict(strict, "ed", "a=1&" + ORDER + "&signature=" + encoded, "", NOW))
        .startsWith("-1022");
    assertThat(verdict(strict, "ed", ORDER + "&signature=not%20base64", "", NOW))
        .startsWith("-1022");
  }

  @Test
  void whatIsNoKeyIsTold() {
    assertThatThrownBy(() -> Secret.Ed25519.of("MCowBQYDK2VwAyEA"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no public key of Ed25519");
  }

  @Test
  void secretsAreNeverShown() {
    assertThat(new ApiKey("spot", 1, new Secret.Hmac(SPOT_SECRET)).toString())
        .doesNotContain(SPOT_SECRET);
  }

  private static String filled(String text) {
    return text.replace("$ORDER", ORDER).replace("$SIGNED", SIGNED);
  }

  private String verdict(String key, String query, String body, long nowMs) {
    return verdict(gate, key, query, body, nowMs);
  }

  private static String verdict(
      Gatekeeper gate, String key, String query, String body, long nowMs) {
    Optional<String> name = key.isEmpty() ? Optional.empty() : Optional.of(key);
    RawRequest request = new RawRequest("POST", "/api/v3/order", query, body, name, "here");
    SignedText signed = SignedText.of(request);
    return switch (gate.admit(
        name, Parameters.of(query, body), signed.text(), signed.signature(), nowMs)) {
      case Gatekeeper.Verdict.Known _ -> "admitted";
      case Gatekeeper.Verdict.Refused refused ->
          (refused.error().status() == 401 ? "401 " : "")
              + refused.error().code()
              + refused.error().message().replaceAll("^Mandatory parameter '(.*)' was.*", " $1");
    };
  }
}
