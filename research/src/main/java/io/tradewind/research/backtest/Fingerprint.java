package io.tradewind.research.backtest;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.trade.ClosedTrade;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over every closed trade, so that a result that changed is seen at once.
 *
 * <p>Each trade is one line of UTF-8 that ends with a line feed, in the order in which the trades
 * closed. Its 13 fields are joined by {@code |}:
 *
 * <ol>
 *   <li>instrument with venue, such as {@code binance:BTC/USDT}
 *   <li>{@code long} or {@code short}
 *   <li>quantity opened, in base
 *   <li>entry time, epoch nanoseconds
 *   <li>entry price times quantity, in quote
 *   <li>exit time, epoch nanoseconds
 *   <li>quantity closed, in base
 *   <li>exit price times quantity, in quote
 *   <li>fees, in quote
 *   <li>slippage, in quote
 *   <li>funding, in quote
 *   <li>profit, in quote
 *   <li>exit reason, such as {@code trailing-stop}
 * </ol>
 *
 * <p>Decimals are canonical: plain notation, no trailing zeros, no exponent, {@code 0} for zero, so
 * that neither a scale nor a language changes them. Words of a strategy and what a stop would have
 * lost are left out: they are not the result. Without trades it is the SHA-256 of nothing.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** 64 lower-case hexadecimal digits. */
  public static String of(List<ClosedTrade> trades) {
    MessageDigest digest = sha256();
    for (ClosedTrade trade : trades) {
      digest.update(line(trade).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The line of one trade. */
  public static String line(ClosedTrade trade) {
    int qtyScale = trade.instrument().qtyScale();
    int cashScale = trade.instrument().cashScale();
    return String.join(
            "|",
            trade.instrument().id().toString(),
            trade.direction().label(),
            FixedPoint.format(trade.qtyScaled(), qtyScale),
            Long.toString(trade.entryTimeNs()),
            FixedPoint.format(trade.entryQuoteScaled(), cashScale),
            Long.toString(trade.exitTimeNs()),
            FixedPoint.format(trade.exitQtyScaled(), qtyScale),
            FixedPoint.format(trade.exitQuoteScaled(), cashScale),
            FixedPoint.format(trade.feesScaled(), cashScale),
            FixedPoint.format(trade.slippageScaled(), cashScale),
            FixedPoint.format(trade.fundingScaled(), cashScale),
            FixedPoint.format(trade.profitScaled(), cashScale),
            trade.reason().label())
        + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
