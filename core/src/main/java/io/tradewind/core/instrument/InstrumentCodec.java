package io.tradewind.core.instrument;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Instruments as bytes: a session keeps them as they were when it began. */
public final class InstrumentCodec {
  private static final int VERSION = 1;
  private static final int MOST = 100_000;

  private InstrumentCodec() {}

  /** Writes one. */
  public static void write(StateWriter out, Instrument instrument) {
    InstrumentId id = instrument.id();
    out.section("instrument", VERSION)
        .writeString(id.venue())
        .writeString(id.base())
        .writeString(id.quote())
        .writeInt(id.market().ordinal())
        .writeInt(instrument.priceScale())
        .writeInt(instrument.qtyScale())
        .writeInt(instrument.cashScale())
        .writeInt(instrument.rules().size());
    for (TradingRules rules : instrument.rules()) {
      out.writeLongs(
          new long[] {
            rules.fromNs(),
            rules.tickScaled(),
            rules.lotScaled(),
            rules.minQtyScaled(),
            rules.minNotionalScaled(),
            rules.makerFeePpm(),
            rules.takerFeePpm()
          });
    }
    out.writeLong(instrument.margin().liquidationFeePpm());
    out.writeInt(instrument.margin().tiers().size());
    for (MarginTier tier : instrument.margin().tiers()) {
      out.writeLong(tier.floorScaled())
          .writeLong(tier.capScaled())
          .writeLong(tier.maintenancePpm())
          .writeLong(tier.deductionScaled())
          .writeInt(tier.maxLeverage());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Instrument read(StateReader in) {
    in.section("instrument", VERSION);
    InstrumentId id =
        new InstrumentId(
            in.readString(),
            in.readString(),
            in.readString(),
            Market.values()[in.readCount(Market.values().length - 1)]);
    int priceScale = in.readInt();
    int qtyScale = in.readInt();
    int cashScale = in.readInt();
    List<TradingRules> rules = new ArrayList<>();
    for (int left = in.readCount(MOST); left > 0; left--) {
      long[] cells = in.readLongs();
      rules.add(
          new TradingRules(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
    }
    long fee = in.readLong();
    List<MarginTier> tiers = new ArrayList<>();
    for (int left = in.readCount(MOST); left > 0; left--) {
      tiers.add(
          new MarginTier(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt()));
    }
    return new Instrument(id, priceScale, qtyScale, cashScale, rules, new MarginTable(tiers, fee));
  }
}
