package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.Stamp;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.model.UserEvent.Execution;
import io.tradewind.venues.binance.model.UserEvent.Fee;
import io.tradewind.venues.binance.model.UserEvent.Fill;
import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.model.UserEvent.OrderShape;
import io.tradewind.venues.binance.model.UserEvent.OrderStatus;
import io.tradewind.venues.binance.model.UserEvent.Progress;
import io.tradewind.venues.stream.StreamText;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Streams of an account, of spot and USD-M futures, however they are wrapped. What cannot be read
 * is counted and told as {@link UserEvent.Unreadable}, since an order may have been in it.
 */
public final class UserParser {
  private final SymbolTable symbols;
  private final FaultLog faults;

  /** For these instruments. */
  public UserParser(SymbolTable symbols, FaultLog faults) {
    this.symbols = symbols;
    this.faults = faults;
  }

  /** Reads a text; never throws. */
  public UserEvent parse(StreamText text) {
    InputFault fault;
    String detail;
    try {
      return read(FieldReader.read(text.text()).getFirst(), text.receiveTimeNs());
    } catch (BadInput e) {
      fault = e.fault();
      detail = String.valueOf(e.getMessage());
    } catch (JacksonException e) {
      fault = InputFault.NOT_JSON;
      detail = String.valueOf(e.getOriginalMessage());
    } catch (IllegalArgumentException | ArithmeticException | java.util.NoSuchElementException e) {
      fault = InputFault.BAD_VALUE;
      detail = String.valueOf(e.getMessage());
    }
    // The text itself is the account's and does not go into a log.
    faults.add(fault, detail, "");
    return new UserEvent.Unreadable(fault);
  }

  /** Raw, in the envelope of a combined stream, or in that of the WebSocket API. */
  private UserEvent read(Fields outer, long receiveNs) {
    Fields data = outer.objects.getOrDefault("event", outer.objects.getOrDefault("data", outer));
    if (!data.has("e")) {
      return outer.has("status") ? answered(outer) : new UserEvent.Other("answer");
    }
    String type = data.text("e");
    return switch (type) {
      case "executionReport" -> order(data, stamp(data, receiveNs));
      case "ORDER_TRADE_UPDATE" -> order(data.object("o"), stamp(data, receiveNs));
      case "ALGO_UPDATE" -> algo(data.object("o"), stamp(data, receiveNs));
      case "outboundAccountPosition" -> balances(data, stamp(data, receiveNs));
      case "balanceUpdate" ->
          new UserEvent.BalanceChange(data.text("a"), data.decimal("d"), stamp(data, receiveNs));
      case "ACCOUNT_UPDATE" -> account(data.object("a"), stamp(data, receiveNs));
      case "ACCOUNT_CONFIG_UPDATE" -> leverage(data, stamp(data, receiveNs));
      case "MARGIN_CALL" -> new UserEvent.MarginCall(stamp(data, receiveNs));
      case "listenKeyExpired", "eventStreamTerminated" -> new UserEvent.StreamEnded(type);
      case String other -> new UserEvent.Other(other);
    };
  }

  private static UserEvent answered(Fields outer) {
    Fields error = outer.objects.getOrDefault("error", new Fields());
    return new UserEvent.Answered(
        outer.find("id").orElse(""),
        Math.toIntExact(outer.number("status")),
        Math.toIntExact(error.number("code", 0)),
        error.find("msg").orElse(""));
  }

  private static Stamp stamp(Fields data, long receiveNs) {
    long eventNs = data.timeNs("E");
    return new Stamp(eventNs, data.has("T") ? data.timeNs("T") : eventNs, receiveNs);
  }

  private UserEvent order(Fields o, Stamp stamp) {
    Instrument instrument = symbols.get(o.text("s"));
    boolean spot = symbols.market() == Market.SPOT;
    // Of a cancel on spot, c is the cancel's own id and C that of the order.
    String original = spot ? o.find("C").orElse("") : "";
    OrderName name =
        new OrderName(instrument.id(), o.number("i"), original.isEmpty() ? o.text("c") : original);
    OrderShape shape =
        new OrderShape(
            o.word("S", Side.class),
            o.text("o"),
            o.scaledOr0("p", instrument.priceScale()),
            o.scaledOr0("q", instrument.qtyScale()),
            o.scaledOr0(spot ? "P" : "sp", instrument.priceScale()));
    Execution execution = o.word("x", Execution.class);
    Progress progress =
        new Progress(
            execution,
            o.word("X", OrderStatus.class),
            o.scaled("z", instrument.qtyScale()),
            reason(o, spot),
            !o.has("w") || o.flag("w"));
    boolean filled = execution == Execution.TRADE || execution == Execution.CALCULATED;
    Optional<Fill> fill = filled ? Optional.of(fill(o, instrument)) : Optional.empty();
    return new UserEvent.OrderReport(name, shape, progress, fill, stamp);
  }

  private static String reason(Fields o, boolean spot) {
    String rejected = spot ? o.find("r").filter(r -> !r.equals("NONE")).orElse("") : "";
    String expired = o.find("eR").or(() -> o.find("er").filter(r -> !r.equals("0"))).orElse("");
    return rejected.isEmpty() ? expired : rejected;
  }

  private static Fill fill(Fields o, Instrument instrument) {
    Fee fee =
        new Fee(
            o.has("n") ? o.decimal("n") : java.math.BigDecimal.ZERO,
            o.find("N").orElse(instrument.id().quote()));
    return new Fill(
        o.number("t"),
        o.scaled("l", instrument.qtyScale()),
        o.scaled("L", instrument.priceScale()),
        fee,
        o.flag("m"));
  }

  private UserEvent algo(Fields o, Stamp stamp) {
    Instrument instrument = symbols.get(o.text("s"));
    OrderName name = new OrderName(instrument.id(), o.number("aid"), o.text("caid"));
    Optional<Long> triggered = o.find("ai").filter(id -> !id.isEmpty()).map(_ -> o.number("ai"));
    return new UserEvent.AlgoUpdate(name, o.text("X"), triggered, o.find("rm").orElse(""), stamp);
  }

  private static UserEvent balances(Fields data, Stamp stamp) {
    List<UserEvent.Balance> balances =
        data.list("B").stream()
            .map(b -> new UserEvent.Balance(b.text("a"), b.decimal("f"), b.decimal("l")))
            .toList();
    return new UserEvent.Balances(balances, stamp);
  }

  private UserEvent account(Fields a, Stamp stamp) {
    List<UserEvent.Wallet> wallets =
        a.lists.getOrDefault("B", List.of()).stream()
            .map(b ->
                new UserEvent.Wallet(
                    b.text("a"), b.decimal("wb"), b.decimal("cw"), b.decimal("bc")))
            .toList();
    List<UserEvent.PositionUpdate> positions =
        a.lists.getOrDefault("P", List.of()).stream().map(this::position).toList();
    return new UserEvent.AccountUpdate(a.text("m"), wallets, positions, stamp);
  }

  private UserEvent.PositionUpdate position(Fields p) {
    Instrument instrument = symbols.get(p.text("s"));
    return new UserEvent.PositionUpdate(
        instrument.id(), p.text("ps"), p.scaled("pa", instrument.qtyScale()), p.decimal("ep"));
  }

  private UserEvent leverage(Fields data, Stamp stamp) {
    Fields change = data.objects.get("ac");
    if (change == null) {
      return new UserEvent.Other("ACCOUNT_CONFIG_UPDATE");
    }
    return new UserEvent.LeverageChange(
        symbols.get(change.text("s")).id(), Math.toIntExact(change.number("l")), stamp);
  }
}
