package io.tradewind.venues.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.venues.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signatures against those that exchanges and RFC 8032 have published. */
class BinanceSignerTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Key of the examples on developers.binance.com. */
  private static final String SPOT_SECRET =
      "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

  private static final String FUTURES_SECRET =
      "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";

  private static BinanceSigner hmac(String secret) {
    return new BinanceSigner(HmacKey.ofText("some-key", secret));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spot    | symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71
          spot    | symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3
          futures | symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943 | 3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9
          spot    | symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTCquantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | 0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77
          """)
  void signsAsTheExamplesDo(String market, String text, String expected) {
    BinanceSigner signer = hmac(market.equals("spot") ? SPOT_SECRET : FUTURES_SECRET);
    assertThat(signer.signature(text)).isEqualTo(expected);
    assertThat(signer.signed(text)).isEqualTo(text + "&signature=" + expected);
  }

  @Test
  void aRequestBySocketIsSignedInAlphabeticalOrder() {
    Map<String, String> parameters =
        Map.of(
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "quantity",
            "0.01000000",
            "price",
            "52000.00",
            "recvWindow",
            "100",
            "timestamp",
            "1645423376532",
            "apiKey",
            "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");
    assertThat(hmac(SPOT_SECRET).socketSignature(new TreeMap<>(parameters)))
        .isEqualTo("aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24");
  }

  /** RFC 8032, 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, '',   e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
          4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 72,   92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
          c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
          """)
  void ed25519SignsAsTheStandardDoes(String seed, String text, String expected) {
    Ed25519Key bySeed = Ed25519Key.ofSeed("some-key", HEX.parseHex(seed));
    Ed25519Key byPem = Ed25519Key.ofPem("some-key", pem(seed));
    assertThat(HEX.formatHex(bySeed.sign(HEX.parseHex(text)))).isEqualTo(expected);
    assertThat(HEX.formatHex(byPem.sign(HEX.parseHex(text)))).isEqualTo(expected);
  }

  /** The signature is base64, whose plus, slash and equals sign must be encoded in a query. */
  @Test
  void anEd25519SignatureIsVerifiedFromWhatWasSent() throws Exception {
    String seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    String query = "timestamp=1700000000000";
    String sent = new BinanceSigner(Ed25519Key.ofPem("some-key", pem(seed))).signed(query);
    String encoded = sent.substring((query + "&signature=").length());
    assertThat(encoded).matches("[A-Za-z0-9%]+");
    byte[] publicKey =
        HEX.parseHex(
            "302a300506032b6570032100"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(query.getBytes(StandardCharsets.US_ASCII));
    String decoded = java.net.URLDecoder.decode(encoded, StandardCharsets.US_ASCII);
    assertThat(verifier.verify(Base64.getDecoder().decode(decoded))).isTrue();
  }

  static String pem(String seedHex) {
    byte[] der = HEX.parseHex("302e020100300506032b657004220420" + seedHex);
    String body = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  @Test
  void signsAsAllPublishedVectorsDo() throws IOException {
    Path file = SharedData.file("signing-vectors.json");
    int checked = 0;
    for (JsonNode vector : JsonMapper.shared().readTree(Files.readString(file))) {
      String name = vector.path("exchange").asString() + " " + vector.path("name").asString();
      assertThat(signature(vector)).as(name).isEqualTo(vector.path("expected").asString());
      checked++;
    }
    System.out.println("signing vectors equal: " + checked);
    assertThat(checked).isGreaterThanOrEqualTo(15);
  }

  /** The texts of other exchanges are put together here; the keys are those of this module. */
  private static String signature(JsonNode vector) {
    String secret = vector.path("secret").asString();
    byte[] payload = vector.path("payload").asString("").getBytes(StandardCharsets.UTF_8);
    HmacKey key = HmacKey.ofText("some-key", secret);
    return switch (vector.path("exchange").asString()) {
      case "binance" -> hmac(secret).signature(new String(payload, StandardCharsets.UTF_8));
      case "bybit", "bitmex" -> HEX.formatHex(key.mac(HmacKey.Hash.SHA256, payload));
      case "gate" -> HEX.formatHex(key.mac(HmacKey.Hash.SHA512, payload));
      case "okx", "bitget" -> base64(key.mac(HmacKey.Hash.SHA256, payload));
      case "kraken" ->
          base64(HmacKey.ofBase64("some-key", secret).mac(HmacKey.Hash.SHA512, krakenText(vector)));
      default -> throw new AssertionError("no such exchange: " + vector);
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] krakenText(JsonNode vector) {
    try {
      String hashed = vector.path("nonce").asString() + vector.path("body").asString();
      byte[] hash =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(hashed.getBytes(StandardCharsets.UTF_8));
      byte[] path = vector.path("path").asString().getBytes(StandardCharsets.UTF_8);
      byte[] text = java.util.Arrays.copyOf(path, path.length + hash.length);
      System.arraycopy(hash, 0, text, path.length, hash.length);
      return text;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
