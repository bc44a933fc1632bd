package io.tradewind.venues.binance.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.SharedData;
import io.tradewind.venues.binance.Listed;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.MarketMessage;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.stream.StreamText;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binance's texts: what good ones say, and that bad ones are counted and no more. */
class BinanceParserTest {
  private final ManualClock clock = new ManualClock(0);
  private final List<FaultLog.Report> reports = new ArrayList<>();
  private final FaultLog faults = new FaultLog(clock, reports::add);
  private final MarketParser spot = new MarketParser(table(Market.SPOT), faults);
  private final MarketParser futures = new MarketParser(table(Market.PERP), faults);
  private final UserParser spotUser = new UserParser(table(Market.SPOT), faults);
  private final UserParser futuresUser = new UserParser(table(Market.PERP), faults);

  static SymbolTable table(Market market) {
    return market == Market.SPOT
        ? new SymbolTable(market, List.of(Listed.BTC, Listed.ETH))
        : new SymbolTable(market, List.of(Listed.BTC_PERP));
  }

  private static List<MarketMessage> read(MarketParser parser, String text) {
    List<MarketMessage> messages = new ArrayList<>();
    parser.parse(new StreamText(text, 99), messages::add);
    return messages;
  }

  static Stream<Arguments> samples() {
    String[] spot = {
      "Data[event=Trade[instrument=binance:BTC/USDT, eventTimeNs=1700000000120000000, receiveTimeNs=99, tradeId=12345, priceScaled=6168599, qtyScaled=100, buyerIsAggressor=false], venueId=12345]",
      "Data[event=Trade[instrument=binance:BTC/USDT, eventTimeNs=1700000000120000000, receiveTimeNs=99, tradeId=777, priceScaled=6168599, qtyScaled=100, buyerIsAggressor=true], venueId=777]",
      "Data[event=Candle[instrument=binance:BTC/USDT, openTimeNs=1700000000000000000, eventTimeNs=1700000060000000000, receiveTimeNs=99, openScaled=6100010, highScaled=6100025, lowScaled=6100005, closeScaled=6100020, volumeScaled=150000], venueId=-1]",
      "Forming[candle=Candle[instrument=binance:BTC/USDT, openTimeNs=1700000000000000000, eventTimeNs=1700000060000000000, receiveTimeNs=99, openScaled=6100010, highScaled=6100010, lowScaled=6100010, closeScaled=6100010, volumeScaled=0]]",
      "Data[event=Quote[instrument=binance:BTC/USDT, eventTimeNs=99, receiveTimeNs=99, bidScaled=2535, bidQtyScaled=3121000, askScaled=2536, askQtyScaled=4066000], venueId=400900217]",
      "Data[event=BookSnapshot[instrument=binance:BTC/USDT, eventTimeNs=99, receiveTimeNs=99, updateId=160, bids=[Level[priceScaled=2400, qtyScaled=1000000]], asks=[Level[priceScaled=2600, qtyScaled=10000000], Level[priceScaled=2700, qtyScaled=100000]]], venueId=160]",
      "Depth[update=DepthUpdate[instrument=binance:BTC/USDT, stamp=Stamp[eventTimeNs=1700000000123000000, transactTimeNs=1700000000123000000, receiveTimeNs=99], ids=Ids[first=157, last=160, previous=-1], bids=[2400, 1000000, 2350, 0], asks=[]]]",
      "Acknowledged[id=1]",
      "Refused[code=2, text=Invalid request: too many parameters]",
      "Refused[code=3, text=Invalid JSON]",
      "ServerShutdown[eventTimeNs=1700000000123000000]"
    };
    String[] futures = {
      "Data[event=Trade[instrument=binance:BTC/USDT:USDT, eventTimeNs=1700000000122000000, receiveTimeNs=99, tradeId=795, priceScaled=638842, qtyScaled=10, buyerIsAggressor=false], venueId=795]",
      "",
      "Data[event=MarkPrice[instrument=binance:BTC/USDT:USDT, eventTimeNs=1700000000000000000, receiveTimeNs=99, priceScaled=117942], venueId=-1], Data[event=FundingRate[instrument=binance:BTC/USDT:USDT, eventTimeNs=1700000000000000000, receiveTimeNs=99, rateE8=38167], venueId=-1]",
      "Data[event=MarkPrice[instrument=binance:BTC/USDT:USDT, eventTimeNs=1700000000000000000, receiveTimeNs=99, priceScaled=117942], venueId=-1]",
      "Data[event=Quote[instrument=binance:BTC/USDT:USDT, eventTimeNs=1700000000891000000, receiveTimeNs=99, bidScaled=253, bidQtyScaled=31210, askScaled=254, askQtyScaled=40660], venueId=400900217]",
      "Depth[update=DepthUpdate[instrument=binance:BTC/USDT:USDT, stamp=Stamp[eventTimeNs=1700000000123000000, transactTimeNs=1700000000120000000, receiveTimeNs=99], ids=Ids[first=157, last=160, previous=149], bids=[241, 10000], asks=[260, 0]]]",
      "Data[event=BookSnapshot[instrument=binance:BTC/USDT:USDT, eventTimeNs=1700000000120000000, receiveTimeNs=99, updateId=160, bids=[Level[priceScaled=241, qtyScaled=10000]], asks=[Level[priceScaled=260, qtyScaled=1000]]], venueId=160]"
    };
    return Stream.concat(pairs(false, Samples.MARKET, spot), pairs(true, Samples.FUTURES, futures));
  }

  private static Stream<Arguments> pairs(boolean futures, List<String> texts, String[] expected) {
    assertThat(texts).hasSameSizeAs(expected);
    return java.util.stream.IntStream.range(0, expected.length)
        .mapToObj(i -> Arguments.of(futures, texts.get(i), expected[i]));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsMarketData(boolean perp, String text, String expected) {
    List<MarketMessage> messages = read(perp ? futures : spot, text);
    assertThat(String.join(", ", messages.stream().map(Object::toString).toList()))
        .isEqualTo(expected);
    assertThat(faults.total()).isZero();
  }

  static Stream<Arguments> users() {
    String btc = "instrument=binance:BTC/USDT, ";
    String perp = "instrument=binance:BTC/USDT:USDT, ";
    String[] spot = {
      "OrderReport[name=OrderName["
          + btc
          + "venueOrderId=42, clientOrderId=mine-1], shape=OrderShape[side=BUY, type=LIMIT, priceScaled=10050, qtyScaled=100000, stopScaled=0], progress=Progress[execution=NEW, status=NEW, filledQtyScaled=0, reason=, isWorking=true], fill=Optional.empty, stamp=Stamp[eventTimeNs=1700000000658000000, transactTimeNs=1700000000657000000, receiveTimeNs=99]]",
      "OrderReport[name=OrderName["
          + btc
          + "venueOrderId=42, clientOrderId=mine-1], shape=OrderShape[side=BUY, type=LIMIT, priceScaled=10050, qtyScaled=100000, stopScaled=0], progress=Progress[execution=TRADE, status=PARTIALLY_FILLED, filledQtyScaled=40000, reason=, isWorking=true], fill=Optional[Fill[tradeId=77, qtyScaled=40000, priceScaled=10049, fee=Fee[amount=0.00040000, asset=BTC], isMaker=true]], stamp=Stamp[eventTimeNs=1700000000700000000, transactTimeNs=1700000000699000000, receiveTimeNs=99]]",
      "OrderReport[name=OrderName["
          + btc
          + "venueOrderId=42, clientOrderId=mine-1], shape=OrderShape[side=BUY, type=LIMIT, priceScaled=10050, qtyScaled=100000, stopScaled=0], progress=Progress[execution=CANCELED, status=CANCELED, filledQtyScaled=40000, reason=, isWorking=true], fill=Optional.empty, stamp=Stamp[eventTimeNs=1700000000800000000, transactTimeNs=1700000000799000000, receiveTimeNs=99]]",
      "Balances[balances=[Balance[asset=ETH, free=10000.000000, locked=0.500000]], stamp=Stamp[eventTimeNs=1700000000105000000, transactTimeNs=1700000000105000000, receiveTimeNs=99]]",
      "BalanceChange[asset=BTC, delta=-100.00000000, stamp=Stamp[eventTimeNs=1700000000105000000, transactTimeNs=1700000000100000000, receiveTimeNs=99]]",
      "StreamEnded[why=listenKeyExpired]"
    };
    String[] futures = {
      "OrderReport[name=OrderName["
          + perp
          + "venueOrderId=8886774, clientOrderId=TEST], shape=OrderShape[side=SELL, type=LIMIT, priceScaled=99100, qtyScaled=1, stopScaled=0], progress=Progress[execution=TRADE, status=FILLED, filledQtyScaled=1, reason=, isWorking=true], fill=Optional[Fill[tradeId=536962673, qtyScaled=1, priceScaled=99100, fee=Fee[amount=0.00198200, asset=USDT], isMaker=true]], stamp=Stamp[eventTimeNs=1700000000651000000, transactTimeNs=1700000000650000000, receiveTimeNs=99]]",
      "OrderReport[name=OrderName["
          + perp
          + "venueOrderId=8886774, clientOrderId=TEST], shape=OrderShape[side=SELL, type=MARKET, priceScaled=0, qtyScaled=1, stopScaled=90005], progress=Progress[execution=EXPIRED, status=EXPIRED, filledQtyScaled=0, reason=5, isWorking=true], fill=Optional.empty, stamp=Stamp[eventTimeNs=1700000000651000000, transactTimeNs=1700000000650000000, receiveTimeNs=99]]",
      "AccountUpdate[reason=ORDER, wallets=[Wallet[asset=USDT, balance=4208.43752587, crossBalance=4208.4, change=0]], positions=[PositionUpdate["
          + perp
          + "positionSide=BOTH, qtyScaled=-7, entryPrice=77290.7]], stamp=Stamp[eventTimeNs=1700000000939000000, transactTimeNs=1700000000938000000, receiveTimeNs=99]]",
      "AlgoUpdate[name=OrderName["
          + perp
          + "venueOrderId=2148719, clientOrderId=stop-1], status=TRIGGERED, triggeredOrderId=Optional[123], reason=, stamp=Stamp[eventTimeNs=1700000000303000000, transactTimeNs=1700000000297000000, receiveTimeNs=99]]",
      "LeverageChange["
          + perp
          + "leverage=25, stamp=Stamp[eventTimeNs=1700000000479000000, transactTimeNs=1700000000476000000, receiveTimeNs=99]]",
      "MarginCall[stamp=Stamp[eventTimeNs=1700000000525000000, transactTimeNs=1700000000525000000, receiveTimeNs=99]]"
    };
    return Stream.concat(
        pairs(false, Samples.SPOT_USER, spot), pairs(true, Samples.FUTURES_USER, futures));
  }

  @ParameterizedTest
  @MethodSource("users")
  void readsWhatHappensToTheAccount(boolean perp, String text, String expected) {
    UserEvent event = (perp ? futuresUser : spotUser).parse(new StreamText(text, 99));
    assertThat(event).hasToString(expected);
  }

  /** The first sample, a trade, with one part replaced. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "p":"61685.99" | "p":"61685.991" | INEXACT
          "p":"61685.99" | "p":"6168x.99" | BAD_NUMBER
          "p":"61685.99" | "p":"6.1e4" | BAD_NUMBER
          "p":"61685.99" | "p":"" | BAD_NUMBER
          "p":"61685.99" | "p":"-1" | BAD_VALUE
          "p":"61685.99" | "p":"0" | BAD_VALUE
          "p":"61685.99" | "p":"99999999999999999999" | INEXACT
          "p":"61685.99" | "p":null | MISSING_FIELD
          "p":"61685.99" | "p":{} | WRONG_TYPE
          "p":"61685.99" | "p":["1"] | WRONG_TYPE
          "m":true | "m":"yes" | WRONG_TYPE
          "m":true | "m":1 | WRONG_TYPE
          "t":12345 | "t":"x" | BAD_NUMBER
          "t":12345 | "t":1.5 | BAD_NUMBER
          "T":170000 | "T":-170000 | BAD_VALUE
          "T":170000 | "T":170000000000 | BAD_VALUE
          "s":"BTCUSDT" | "s":"XXXUSDT" | UNKNOWN_SYMBOL
          "e":"trade" | "e":"other" | UNKNOWN_EVENT
          "e":"trade" | "f":"trade" | UNKNOWN_EVENT
          {"e" | {{"e" | NOT_JSON
          true} | true | NOT_JSON
          true} | true}} | NOT_JSON
          """)
  void aBadTextIsCountedByItsKind(String good, String bad, InputFault expected) {
    String text = Samples.MARKET.getFirst();
    assertThat(text).contains(good);
    assertThat(read(spot, text.replace(good, bad))).isEmpty();
    assertThat(faults.count(expected)).as("%s, but was %s", expected, reports).isEqualTo(1);
    assertThat(faults.total()).isEqualTo(1);
  }

  @Test
  void badTextsAreToldOnceAMinute() {
    for (int i = 0; i < 5; i++) {
      read(spot, "nonsense");
    }
    clock.advance(60_000_000_000L);
    read(spot, "{}");
    assertThat(reports).extracting(FaultLog.Report::count).containsExactly(1L, 5L);
    assertThat(reports.getLast().fault()).isEqualTo(InputFault.UNKNOWN_EVENT);
    assertThat(reports.getFirst().sample()).isEqualTo("nonsense");
  }

  /** An order may have been in it, so that somebody has to ask. */
  @Test
  void ofAnAccountWhatCannotBeReadIsTold() {
    String text = Samples.SPOT_USER.get(1).replace("\"l\":\"0.40000000\"", "\"l\":\"x\"");
    assertThat(spotUser.parse(new StreamText(text, 99)))
        .isEqualTo(new UserEvent.Unreadable(InputFault.BAD_NUMBER));
    assertThat(reports.getFirst().sample()).isEmpty();
  }

  /** The fast reading of decimals against that of the core. */
  @Test
  void decimalsAreReadAsTheCoreReadsThem() {
    SplitMix random = new SplitMix(11);
    for (int i = 0; i < 200_000; i++) {
      int scale = random.nextInt(10);
      String text = decimal(random);
      String expected = reference(text, scale);
      String actual;
      try {
        actual = Long.toString(DecimalText.scaled(text, scale));
      } catch (BadInput e) {
        actual = "none";
      }
      if (!actual.equals(expected)) {
        assertThat(actual).as("'%s' in scale %s, round %s", text, scale, i).isEqualTo(expected);
      }
    }
  }

  private static String decimal(SplitMix random) {
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "-" : "");
    int whole = 1 + random.nextInt(12);
    for (int i = 0; i < whole; i++) {
      text.append(random.nextInt(10));
    }
    if (random.nextInt(3) > 0) {
      text.append('.');
      int decimals = 1 + random.nextInt(10);
      int zeros = random.nextInt(10);
      for (int i = 0; i < decimals; i++) {
        text.append(i < zeros ? random.nextInt(10) : 0);
      }
    }
    return text.toString();
  }

  private static String reference(String text, int scale) {
    try {
      return Long.toString(FixedPoint.parse(text, scale, RoundingMode.UNNECESSARY));
    } catch (ArithmeticException e) {
      return "none";
    }
  }

  /** Cut anywhere, or with some of it made something else: nothing is ever thrown. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingThatComesCanThrow(long seed) {
    SplitMix random = new SplitMix(seed);
    List<String> all =
        Stream.of(Samples.MARKET, Samples.FUTURES, Samples.SPOT_USER, Samples.FUTURES_USER)
            .flatMap(List::stream)
            .toList();
    for (int i = 0; i < 20_000; i++) {
      String text = Harm.to(all.get(random.nextInt(all.size())), random);
      feed(text, "seed " + seed + ", round " + i + ": " + text);
    }
    assertThat(faults.total()).isGreaterThan(20_000);
  }

  private void feed(String text, String where) {
    try {
      read(spot, text);
      read(futures, text);
      spotUser.parse(new StreamText(text, 99));
      futuresUser.parse(new StreamText(text, 99));
    } catch (RuntimeException e) {
      throw new AssertionError(where, e);
    }
  }

  /** Each message of the recordings is read; harmed ones do no harm. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spot_btcusdt_20240809.jsonl.gz",
        "spot_ethusdt_20240809.jsonl.gz",
        "usdm_btcusdt_20240808.jsonl.gz"
      })
  void readsEveryRecordedMessage(String file) {
    List<SharedData.Line> lines = SharedData.recording(file);
    MarketParser parser =
        file.startsWith("spot")
            ? new MarketParser(
                new SymbolTable(Market.SPOT, List.of(Listed.BTC_BOOK, Listed.ETH_BOOK)), faults)
            : futures;
    Map<String, Integer> kinds = new TreeMap<>();
    for (SharedData.Line line : lines) {
      boolean rest = line.text().startsWith("{\"lastUpdateId\"");
      parser.parse(
          new StreamText(
              rest ? "{\"stream\":\"btcusdt@rest\",\"data\":" + line.text() + "}" : line.text(),
              line.receiveTimeNs()),
          message -> kinds.merge(kind(message), 1, Integer::sum));
    }
    assertThat(reports).isEmpty();
    System.out.println(file + ": " + lines.size() + " messages, " + kinds);
    SplitMix random = new SplitMix(lines.size());
    for (int i = 0; i < 20_000; i++) {
      String text = lines.get(random.nextInt(lines.size())).text();
      feed(Harm.to(text.substring(0, Math.min(2_000, text.length())), random), file + " " + i);
    }
  }

  private static String kind(MarketMessage message) {
    return message instanceof MarketMessage.Data data
        ? data.event().getClass().getSimpleName()
        : message.getClass().getSimpleName();
  }
}
