package io.tradewind.store.rules;

import java.math.BigDecimal;
import java.util.Optional;

/** What a venue may demand of an order or charge for it, as files of filters name it. */
public enum Filter {
  /** Step of prices, in quote. */
  TICK("tick", "tick %s", Range.ABOVE_ZERO),
  /** Step of quantities, in base. */
  LOT("lot", "lot %s", Range.ABOVE_ZERO),
  /** Smallest quantity, in base. */
  MIN_QTY("min-qty", "minimum quantity %s", Range.FROM_ZERO),
  /** Smallest price times quantity, in quote. */
  MIN_NOTIONAL("min-notional", "minimum notional %s", Range.FROM_ZERO),
  /** Fee of a resting order, hundredths of a percent of the notional. */
  MAKER_FEE_BPS("maker-fee-bps", "maker fee %s bps", Range.MAKER_FEE),
  /** Fee of an order that takes liquidity, hundredths of a percent of the notional. */
  TAKER_FEE_BPS("taker-fee-bps", "taker fee %s bps", Range.TAKER_FEE),
  /** Fee of a liquidation of a perpetual, hundredths of a percent of the notional. */
  LIQUIDATION_FEE_BPS("liquidation-fee-bps", "liquidation fee %s bps", Range.TAKER_FEE);

  private static final int MAX_DECIMALS = 18;

  private final String key;
  private final String words;
  private final Range range;

  private enum Range {
    ABOVE_ZERO("a number above 0, up to 1000000000", "0", "1000000000", false),
    FROM_ZERO("a number from 0 to 1000000000", "0", "1000000000", true),
    MAKER_FEE("a number from -4999 to 4999", "-4999", "4999", true),
    TAKER_FEE("a number from 0 to 4999", "0", "4999", true);

    private final String allowed;
    private final BigDecimal min;
    private final BigDecimal max;
    private final boolean minIncluded;

    Range(String allowed, String min, String max, boolean minIncluded) {
      this.allowed = allowed;
      this.min = new BigDecimal(min);
      this.max = new BigDecimal(max);
      this.minIncluded = minIncluded;
    }

    private boolean holds(BigDecimal value) {
      return value.compareTo(max) <= 0 && value.compareTo(min) >= (minIncluded ? 0 : 1);
    }
  }

  Filter(String key, String words, Range range) {
    this.key = key;
    this.words = words;
    this.range = range;
  }

  /** Its name in a file. */
  String key() {
    return key;
  }

  /** A value of it in a sentence, such as {@code minimum notional 10}. */
  public String said(BigDecimal value) {
    return words.replace("%s", value.toPlainString());
  }

  /** What is allowed, in words that follow "must be". */
  String allowed() {
    return range.allowed + ", with at most " + MAX_DECIMALS + " decimals";
  }

  /** The value without trailing zeros, empty if it is not allowed. */
  Optional<BigDecimal> read(String text) {
    try {
      BigDecimal value = new BigDecimal(text.strip()).stripTrailingZeros();
      boolean fits = value.scale() <= MAX_DECIMALS;
      return fits && range.holds(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
