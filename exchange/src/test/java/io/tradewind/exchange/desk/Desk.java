package io.tradewind.exchange.desk;

import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One API, one customer, and a clock that stands unless it is told. */
public final class Desk {
  /** When it begins. */
  public static final long START_MS = 1_700_000_000_000L;

  /** The account of the customer. */
  public static final long CUSTOMER = 1;

  private static final String SECRET = "secret";
  private static final long MILLI_NS = 1_000_000;

  private final Api api;
  private final String root;
  private final List<String> heard = new ArrayList<>();
  private long nowMs = START_MS;

  /**
   * At an API.
   *
   * @param root before what is asked, such as {@code /api/v3/}
   */
  public Desk(Api api, String root) {
    this.api = api;
    this.root = root;
  }

  /** Knows the customer's key. */
  public static Gatekeeper gate() {
    return new Gatekeeper(List.of(new ApiKey("key", CUSTOMER, new Secret.Hmac(SECRET))));
  }

  /** The time. */
  public long ms() {
    return nowMs;
  }

  /** The time. */
  public long ns() {
    return nowMs * MILLI_NS;
  }

  /** What was heard since. */
  public List<String> heard() {
    return heard;
  }

  /** Asks something such as {@code POST order symbol=BTCUSDT&side=BUY}, signed. */
  public String ask(String text) {
    String[] parts = text.strip().split("\\s+", 3);
    return told(signed(parts[0], parts[1], parts.length < 3 ? "" : parts[2].strip()));
  }

  /** Asks something that nobody signs. */
  public String askOpenly(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    String query = parts.length < 2 ? "" : parts[1].strip();
    return told(response("GET", parts[0], query, Optional.empty()));
  }

  private static String told(Response response) {
    return response.status() + " " + response.body();
  }

  /** The whole answer to something that is signed. */
  public Response signed(String method, String path, String asked) {
    String query = asked + (asked.isEmpty() ? "" : "&") + "timestamp=" + nowMs;
    return response(method, path, query + "&signature=" + signature(query), Optional.of("key"));
  }

  /** Parameters of a socket's method, signed. */
  public String signedJson(Map<String, String> values) {
    TreeMap<String, String> all = new TreeMap<>(values);
    all.put("apiKey", "key");
    all.put("timestamp", Long.toString(nowMs));
    String text =
        all.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    all.put("signature", signature(text));
    return all.entrySet().stream()
        .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The whole answer. */
  public Response response(String method, String path, String query, Optional<String> key) {
    return api.answer(new RawRequest(method, root + path, query, "", key, "here"), nowMs);
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /**
   * Plays a script, and tells it with what came of it. Lines that begin with a method are asked and
   * signed, {@code open} asks openly, {@code listen} opens a socket, {@code tick} lets tenths of a
   * second pass, {@code hear} tells what was heard since; lines that tell something are left out,
   * and any other line is for the market.
   */
  public String play(String script, Consumer<String> market) {
    StringBuilder told = new StringBuilder();
    for (String line :
        script.lines().filter(each -> !each.matches("([2-5]\\d\\d|~) .*")).toList()) {
      told.append(line).append('\n');
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "GET", "POST", "PUT", "DELETE" -> told.append(ask(line)).append('\n');
        case "open" -> told.append(askOpenly(line.substring(5))).append('\n');
        case "listen" -> listen(words[1], words.length < 3 ? "" : words[2]);
        case "tick" -> tick(Integer.parseInt(words[1]));
        case "hear" -> {
          heard.forEach(each -> told.append("~ ").append(each).append('\n'));
          heard.clear();
        }
        default -> market.accept(line);
      }
    }
    return told.toString();
  }

  /** The code and words of a refusal, or {@code 200}. */
  public static String refusal(String answer) {
    return answer.startsWith("200")
        ? "200"
        : answer
            .replaceAll("^\\d+ \\{\"code\":(-\\d+),\"msg\":\"(.*)\"}$", "$1 $2")
            .replace("\\\\", "\\");
  }

  /** Opens a socket. */
  public Optional<Ear> listen(String path, String query) {
    return api.open(
        path,
        query,
        "here",
        new Line() {
          @Override
          public void send(String text) {
            heard.add(text);
          }

          @Override
          public void close(int code, String reason) {
            heard.add("closed " + code);
          }
        },
        nowMs);
  }

  /** Lets so many tenths of a second pass. */
  public void tick(int times) {
    for (int i = 0; i < times; i++) {
      nowMs += 100;
      api.tick(nowMs);
    }
  }
}
