package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.model.UserEvent.Balance;
import io.tradewind.venues.binance.model.UserEvent.Fee;
import io.tradewind.venues.binance.model.UserEvent.Fill;
import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.model.UserEvent.OrderStatus;
import io.tradewind.venues.binance.model.UserEvent.PositionUpdate;
import io.tradewind.venues.binance.model.UserEvent.Wallet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers about orders and accounts, by REST or in the envelope of the WebSocket API. An answer is
 * read whole or not at all; nothing of one that cannot be read goes into a log.
 */
public final class OrderParser {
  private static final String FUNDING = "FUNDING_FEE";

  private final SymbolTable symbols;
  private final Reading reading;

  /** For these instruments. */
  public OrderParser(SymbolTable symbols, FaultLog faults) {
    this.symbols = symbols;
    this.reading = new Reading(faults);
  }

  /**
   * All orders of an answer: one, a list of some, those of an order list, the new one of a
   * replacement, the changed one of an amendment. Orders of instruments that are not listened to
   * are left out.
   */
  public Optional<List<OrderAnswer>> orders(String body) {
    return reading.readPrivate(
        body,
        text -> {
          List<OrderAnswer> all = new ArrayList<>();
          for (Fields fields : unwrapped(text)) {
            collect(fields, all);
          }
          return List.copyOf(all);
        });
  }

  /** What a request over a socket was answered with stands where REST has nothing around it. */
  private static List<Fields> unwrapped(String text) {
    List<Fields> all = FieldReader.read(text);
    if (all.size() == 1 && all.getFirst().has("id") && all.getFirst().has("status")) {
      Fields envelope = all.getFirst();
      Fields one = envelope.objects.get("result");
      if (one != null) {
        return List.of(one);
      }
      List<Fields> list = envelope.lists.get("result");
      return list == null ? all : list;
    }
    return all;
  }

  private void collect(Fields fields, List<OrderAnswer> all) {
    for (String inner : List.of("newOrderResponse", "amendedOrder")) {
      Fields order = fields.objects.get(inner);
      if (order != null) {
        collect(order, all);
        return;
      }
    }
    List<Fields> reports = fields.lists.get("orderReports");
    if (reports != null) {
      reports.forEach(report -> collect(report, all));
    } else if (fields.has("algoId")) {
      conditional(fields).ifPresent(all::add);
    } else if (!fields.has("symbol") || symbols.find(fields.text("symbol")).isPresent()) {
      all.add(order(fields));
    }
  }

  private OrderAnswer order(Fields fields) {
    Instrument instrument = symbols.get(fields.text("symbol"));
    String own = fields.find("origClientOrderId").orElse(fields.text("clientOrderId"));
    boolean amended = fields.has("qty") && !fields.has("origQty");
    String qty = amended ? "qty" : "origQty";
    String time =
        fields.has("updateTime")
            ? "updateTime"
            : fields.has("transactTime") ? "transactTime" : "time";
    return new OrderAnswer.Order(
        new OrderName(
            instrument.id(),
            fields.number("orderId"),
            amended ? fields.text("clientOrderId") : own),
        fields.has("status")
            ? Optional.of(fields.word("status", OrderStatus.class))
            : Optional.empty(),
        fields.scaledOr0(qty, instrument.qtyScale()),
        fields.scaledOr0("executedQty", instrument.qtyScale()),
        prices(fields, instrument, "stopPrice"),
        fields.has(time) ? fields.timeNs(time) : 0);
  }

  private Optional<OrderAnswer> conditional(Fields fields) {
    Optional<Instrument> instrument = fields.find("symbol").flatMap(symbols::find);
    if (instrument.isEmpty()) {
      // The answer to a cancel names no symbol; what became of the order the stream says.
      return Optional.empty();
    }
    return Optional.of(
        new OrderAnswer.Conditional(
            new OrderName(
                instrument.orElseThrow().id(),
                fields.number("algoId"),
                fields.text("clientAlgoId")),
            fields.text("algoStatus"),
            fields.find("actualOrderId").filter(id -> !id.isEmpty()).isPresent()
                ? Optional.of(fields.number("actualOrderId"))
                : Optional.empty(),
            fields.scaledOr0("quantity", instrument.orElseThrow().qtyScale()),
            fields.has("closePosition") && fields.flag("closePosition"),
            prices(fields, instrument.orElseThrow(), "triggerPrice"),
            fields.has("updateTime") ? fields.timeNs("updateTime") : 0));
  }

  private static OrderAnswer.Prices prices(Fields fields, Instrument instrument, String trigger) {
    return new OrderAnswer.Prices(
        price(fields, instrument, "price"), price(fields, instrument, trigger));
  }

  /** An order of somebody else may be from before a tick became coarser. */
  private static long price(Fields fields, Instrument instrument, String name) {
    return fields.has(name) ? fields.rounded(name, instrument.priceScale()) : 0;
  }

  /** Fills of an instrument's orders: {@code myTrades} of spot, {@code userTrades} of futures. */
  public Optional<List<AccountRow.Trade>> trades(Instrument instrument, String body) {
    boolean spot = symbols.market() == Market.SPOT;
    return reading.readPrivate(
        body,
        text ->
            unwrapped(text).stream()
                .map(row ->
                    new AccountRow.Trade(
                        row.number("orderId"),
                        row.flag(spot ? "isBuyer" : "buyer") ? Side.BUY : Side.SELL,
                        fill(instrument, row, spot ? "isMaker" : "maker"),
                        row.timeNs("time")))
                .toList());
  }

  private static Fill fill(Instrument instrument, Fields row, String maker) {
    Fill fill =
        new Fill(
            row.number("id"),
            row.scaled("qty", instrument.qtyScale()),
            row.scaled("price", instrument.priceScale()),
            new Fee(row.decimal("commission"), row.text("commissionAsset")),
            row.flag(maker));
    if (fill.qtyScaled() <= 0 || fill.priceScaled() <= 0) {
      throw new BadInput(InputFault.BAD_VALUE, "a fill");
    }
    return fill;
  }

  /**
   * A page of fundings of a futures account: {@code income}. What was exchanged in another asset
   * than the instrument's quote is left out.
   */
  public Optional<AccountRow.FundingPage> fundings(String body) {
    return reading.readPrivate(
        body,
        text -> {
          List<Fields> rows = unwrapped(text);
          List<AccountRow.Funding> ours = new ArrayList<>();
          for (Fields row : rows) {
            if (row.text("incomeType").equals(FUNDING)) {
              symbols
                  .find(row.text("symbol"))
                  .filter(of -> of.id().quote().equals(row.text("asset")))
                  .ifPresent(of -> ours.add(funding(of, row)));
            }
          }
          return new AccountRow.FundingPage(rows.size(), ours);
        });
  }

  private static AccountRow.Funding funding(Instrument of, Fields row) {
    return new AccountRow.Funding(
        of.id(), row.number("tranId"), row.timeNs("time"), row.scaled("income", of.cashScale()));
  }

  /** Balances of a spot account. */
  public Optional<List<Balance>> balances(String body) {
    return reading.readPrivate(
        body,
        text ->
            unwrapped(text).stream()
                .flatMap(account -> account.list("balances").stream())
                .map(b -> new Balance(b.text("asset"), b.decimal("free"), b.decimal("locked")))
                .toList());
  }

  /** Wallets of a futures account: {@code balance}. */
  public Optional<List<Wallet>> wallets(String body) {
    return reading.readPrivate(
        body,
        text ->
            unwrapped(text).stream()
                .map(b ->
                    new Wallet(
                        b.text("asset"),
                        b.decimal("balance"),
                        b.decimal("crossWalletBalance"),
                        BigDecimal.ZERO))
                .toList());
  }

  /** Positions of a futures account, of the instruments that are listened to. */
  public Optional<List<PositionUpdate>> positions(String body) {
    return reading.readPrivate(
        body,
        text ->
            unwrapped(text).stream()
                .filter(row -> symbols.find(row.text("symbol")).isPresent())
                .map(this::position)
                .toList());
  }

  private PositionUpdate position(Fields row) {
    Instrument instrument = symbols.get(row.text("symbol"));
    return new PositionUpdate(
        instrument.id(),
        row.text("positionSide"),
        row.scaled("positionAmt", instrument.qtyScale()),
        row.decimal("entryPrice"));
  }
}
