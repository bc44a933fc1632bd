package io.tradewind.venues.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret is seen nowhere. */
class SecretTest {
  private static final String SECRET = "Zq7WkP3vLs9XcR2m";
  private static final String SEED =
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";

  @Test
  void noTextOfAKeyHasItsSecret() {
    String pem = BinanceSignerTest.pem(SEED);
    String body = pem.lines().skip(1).findFirst().orElseThrow();
    List<ApiKey> keys =
        List.of(
            HmacKey.ofText("an-id-of-a-key", SECRET),
            Ed25519Key.ofPem("an-id-of-a-key", pem),
            Ed25519Key.ofSeed("an-id-of-a-key", HexFormat.of().parseHex(SEED)));
    assertThat(keys)
        .allSatisfy(key ->
            assertThat(key + " " + new BinanceSigner(key))
                .contains("an-i...")
                .doesNotContain(SECRET, body, SEED, "an-id-of"));
  }

  @Test
  void noExceptionHasASecret() {
    String broken = SECRET + "!";
    String pem = "-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n-----END PRIVATE KEY-----";
    List<ThrowingCallable> mistakes =
        List.of(
            run(() -> HmacKey.ofBase64("id", broken)),
            run(() -> HmacKey.ofText("id with spaces", SECRET)),
            run(() -> Ed25519Key.ofPem("id", SECRET)),
            run(() -> Ed25519Key.ofPem("id", pem)),
            run(() -> Ed25519Key.ofPem("id", pem.replace(SECRET, broken))),
            run(() -> Ed25519Key.ofSeed("id", SECRET.getBytes(StandardCharsets.UTF_8))));
    assertThat(mistakes)
        .allSatisfy(mistake -> {
          Throwable thrown = catchThrowable(mistake);
          assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
          StringWriter trace = new StringWriter();
          thrown.printStackTrace(new PrintWriter(trace));
          assertThat(trace.toString()).doesNotContain(SECRET.substring(0, 8));
        });
  }

  private static ThrowingCallable run(Supplier<ApiKey> making) {
    return making::get;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          BTCUSDT,   BTCUSDT
          a b,       a%20b
          a+b/c=,    a%2Bb%2Fc%3D
          -._~,      -._~
          "é",       %22%C3%A9%22
          １２,       %EF%BC%91%EF%BC%92
          """)
  void encodesAsTheStandardSays(String value, String expected) {
    assertThat(QueryText.encode(value)).isEqualTo(expected);
    assertThat(new QueryText().add("a", 1).add("b", value).text()).isEqualTo("a=1&b=" + expected);
  }
}
