package io.tradewind.store.series;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.TradeColumns;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Trades with the exact decimals that they came with, in the order of the venue. It grows by {@link
 * #add} and is not written to by those it is handed to.
 */
public final class TradeRows {
  private long[] timeNs;
  private long[] id;
  private boolean[] hasId;
  private long[] receiveTimeNs;
  private boolean[] hasReceiveTime;
  private Aggressor[] aggressor;
  private final DecimalColumn price;
  private final DecimalColumn qty;
  private int size;

  /** Without rows. */
  public TradeRows(int capacity) {
    timeNs = new long[capacity];
    id = new long[capacity];
    hasId = new boolean[capacity];
    receiveTimeNs = new long[capacity];
    hasReceiveTime = new boolean[capacity];
    aggressor = new Aggressor[capacity];
    price = new DecimalColumn(capacity);
    qty = new DecimalColumn(capacity);
  }

  /** Who took liquidity. */
  public enum Aggressor {
    /** The buyer. */
    BUYER,
    /** The seller. */
    SELLER,
    /** The source does not say. */
    UNKNOWN
  }

  /**
   * What else is known of a trade.
   *
   * @param id the venue's number, where it gives one
   * @param receiveTimeNs when it came here, epoch nanoseconds, where that was recorded
   */
  public record Tag(OptionalLong id, Aggressor aggressor, OptionalLong receiveTimeNs) {
    /** Of a trade whose receipt was not recorded. */
    public Tag(OptionalLong id, Aggressor aggressor) {
      this(id, aggressor, OptionalLong.empty());
    }
  }

  /**
   * Appends a trade.
   *
   * @throws IllegalArgumentException if time falls, or price or quantity are not above zero
   */
  public void add(long tradeTimeNs, Decimals.Parsed tradePrice, Decimals.Parsed tradeQty, Tag tag) {
    Check.argument(
        size == 0 || timeNs[size - 1] <= tradeTimeNs,
        "trades must rise in time, at %s",
        tradeTimeNs);
    addUnordered(tradeTimeNs, tradePrice, tradeQty, tag);
  }

  void addUnordered(
      long tradeTimeNs, Decimals.Parsed tradePrice, Decimals.Parsed tradeQty, Tag tag) {
    Check.argument(
        tradePrice.mantissa() > 0 && tradeQty.mantissa() > 0,
        "price and quantity must be above 0, at %s",
        tradeTimeNs);
    grow();
    timeNs[size] = tradeTimeNs;
    id[size] = tag.id().orElse(0);
    hasId[size] = tag.id().isPresent();
    receiveTimeNs[size] = tag.receiveTimeNs().orElse(0);
    hasReceiveTime[size] = tag.receiveTimeNs().isPresent();
    aggressor[size] = tag.aggressor();
    price.add(tradePrice.mantissa(), tradePrice.decimals());
    qty.add(tradeQty.mantissa(), tradeQty.decimals());
    size++;
  }

  /** Appends a row of another table. */
  public void addFrom(TradeRows other, int row) {
    add(other.timeNs[row], other.price(row), other.qty(row), other.tag(row));
  }

  /** How many trades. */
  public int size() {
    return size;
  }

  /** Epoch nanoseconds. */
  public long timeNs(int row) {
    return timeNs[row];
  }

  /** Price. */
  public Decimals.Parsed price(int row) {
    return new Decimals.Parsed(price.mantissa(row), price.decimals(row));
  }

  /** Quantity in base. */
  public Decimals.Parsed qty(int row) {
    return new Decimals.Parsed(qty.mantissa(row), qty.decimals(row));
  }

  /** Price as a decimal. */
  public BigDecimal priceValue(int row) {
    return price.value(row);
  }

  /** Quantity as a decimal. */
  public BigDecimal qtyValue(int row) {
    return qty.value(row);
  }

  /** What else is known of the trade. */
  public Tag tag(int row) {
    return new Tag(
        hasId[row] ? OptionalLong.of(id[row]) : OptionalLong.empty(),
        aggressor[row],
        receiveTime(row));
  }

  private OptionalLong receiveTime(int row) {
    return hasReceiveTime[row] ? OptionalLong.of(receiveTimeNs[row]) : OptionalLong.empty();
  }

  /** Whether two rows are the same trade, whenever they were received. */
  public boolean isSame(int row, TradeRows other, int otherRow) {
    return timeNs[row] == other.timeNs[otherRow]
        && price.isSame(row, other.price, otherRow)
        && qty.isSame(row, other.qty, otherRow)
        && hasId[row] == other.hasId[otherRow]
        && id[row] == other.id[otherRow]
        && aggressor[row] == other.aggressor[otherRow];
  }

  /** Whether another row says when the trade was received, and this one does not. */
  public boolean lacksReceiveTimeOf(int row, TradeRows other, int otherRow) {
    return !hasReceiveTime[row] && other.hasReceiveTime[otherRow];
  }

  /** What the price scale has to satisfy. */
  public ColumnNeeds priceNeeds() {
    return price.needs();
  }

  /** What the quantity scale has to satisfy. */
  public ColumnNeeds qtyNeeds() {
    return qty.needs();
  }

  /** The scales of these rows taken as a whole series. */
  public Scales scales() {
    return Scales.of(priceNeeds(), qtyNeeds());
  }

  /**
   * Scaled columns. Where the source does not say who took liquidity, the tick rule decides: a
   * trade above the last other price was bought, one below it was sold, one at it as the one before
   * (Lee and Ready, Inferring Trade Direction from Intraday Data, Journal of Finance 46, 1991, page
   * 735; they compare with quotes first, which are not known here). The first trade counts as
   * bought. Quantities that round to nothing in the scale become one unit. Times of receipt never
   * fall: one before that of the trade before becomes that one's.
   */
  public TradeColumns toColumns(Scales scales) {
    long[] prices = price.scaledAboveZero(scales.price());
    long[] quantities = qty.scaledAboveZero(scales.volume());
    boolean[] buyer = new boolean[size];
    boolean rising = true;
    for (int i = 0; i < size; i++) {
      if (i > 0 && prices[i] != prices[i - 1]) {
        rising = prices[i] > prices[i - 1];
      }
      buyer[i] =
          switch (aggressor[i]) {
            case BUYER -> true;
            case SELLER -> false;
            case UNKNOWN -> rising;
          };
    }
    return new TradeColumns(
        scales.price(),
        scales.volume(),
        Arrays.copyOf(timeNs, size),
        receiveTimes(),
        prices,
        quantities,
        buyer);
  }

  private long[] receiveTimes() {
    long[] times = new long[size];
    for (int i = 0; i < size; i++) {
      long timeOfRow = hasReceiveTime[i] ? receiveTimeNs[i] : timeNs[i];
      times[i] = i == 0 ? timeOfRow : Math.max(times[i - 1], timeOfRow);
    }
    return times;
  }

  private void grow() {
    if (size == timeNs.length) {
      int capacity = Math.max(16, size + (size >> 1));
      timeNs = Arrays.copyOf(timeNs, capacity);
      id = Arrays.copyOf(id, capacity);
      hasId = Arrays.copyOf(hasId, capacity);
      receiveTimeNs = Arrays.copyOf(receiveTimeNs, capacity);
      hasReceiveTime = Arrays.copyOf(hasReceiveTime, capacity);
      aggressor = Arrays.copyOf(aggressor, capacity);
    }
  }
}
