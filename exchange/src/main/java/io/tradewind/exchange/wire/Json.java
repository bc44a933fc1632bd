package io.tradewind.exchange.wire;

import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of answers. */
public final class Json {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long MILLI_NS = Utc.SECOND_NS / 1000;

  private Json() {}

  /** Without fields. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Without elements. */
  public static ArrayNode array() {
    return JSON.createArrayNode();
  }

  /** Milliseconds, cut. */
  public static long ms(long ns) {
    return ns / MILLI_NS;
  }

  /** Parts of a million as a share with eight decimals. */
  public static String rate(long ppm) {
    return BigDecimal.valueOf(ppm, 6).setScale(8).toPlainString();
  }

  /** A limit that clients have to keep. */
  public static ObjectNode limit(String type, String unit, int count, long limit) {
    return object()
        .put("rateLimitType", type)
        .put("interval", unit)
        .put("intervalNum", count)
        .put("limit", limit);
  }
}
