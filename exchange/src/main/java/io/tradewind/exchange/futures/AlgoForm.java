package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.simulation.exchange.futures.AlgoAction;
import io.tradewind.simulation.exchange.futures.AlgoCondition;
import io.tradewind.simulation.exchange.futures.NewAlgoOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.PriceMatch;
import io.tradewind.simulation.exchange.futures.PriceSource;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a conditional order out of the parameters of a request. */
final class AlgoForm {
  private static final long BPS_E8 = 1_000_000;

  private final Parameters all;
  private final OrderForm form;

  AlgoForm(Parameters all, Contracts contracts, ClientIds ids) {
    this.all = all;
    this.form = new OrderForm(all, contracts, ids);
  }

  private enum Working {
    CONTRACT_PRICE,
    MARK_PRICE
  }

  Optional<NewAlgoOrder> order() {
    if (!all.text("algoType").equals("CONDITIONAL")) {
      all.fail(badRequest(-1130, "Data sent for parameter '%s' is not valid.", "algoType"));
    }
    Optional<OrderForm.Head> head = form.head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    OrderForm.Type type = head.get().type();
    if (type == OrderForm.Type.LIMIT || type == OrderForm.Type.MARKET) {
      all.fail(badRequest(-1116, "Invalid orderType."));
      return Optional.empty();
    }
    Optional<AlgoCondition> condition = condition(type);
    Optional<AlgoAction> action = action(head.get());
    Working working =
        all.choice(
                "workingType", Working.class, badRequest(-4031, "Invalid parameter working type"))
            .orElse(Working.CONTRACT_PRICE);
    boolean protect = all.flag("priceProtect", false);
    String clientId = form.clientId("clientAlgoId");
    Optional<SelfTradeMode> mode = form.selfTradeMode();
    if (all.error().isPresent() || condition.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NewAlgoOrder(
            head.get().symbol(),
            clientId,
            head.get().side(),
            head.get().positionSide(),
            condition.get(),
            action.get(),
            working == Working.MARK_PRICE ? PriceSource.MARK : PriceSource.CONTRACT,
            protect,
            mode));
  }

  private Optional<AlgoCondition> condition(OrderForm.Type type) {
    return switch (type) {
      case STOP, STOP_MARKET -> {
        long price = trigger();
        yield form.sound(() -> new AlgoCondition.Stop(price));
      }
      case TAKE_PROFIT, TAKE_PROFIT_MARKET -> {
        long price = trigger();
        yield form.sound(() -> new AlgoCondition.TakeProfit(price));
      }
      case TRAILING_STOP_MARKET -> {
        long rate = all.amount("callbackRate");
        OptionalLong active = activation();
        if (rate % BPS_E8 != 0 || rate / BPS_E8 > Integer.MAX_VALUE) {
          all.fail(badRequest(-1130, "Data sent for parameter '%s' is not valid.", "callbackRate"));
        }
        yield form.sound(() -> new AlgoCondition.Trailing((int) (rate / BPS_E8), active));
      }
      case LIMIT, MARKET -> Optional.empty();
    };
  }

  /** Of any number of decimals. */
  private long trigger() {
    long price = all.amount("triggerPrice");
    if (price == 0) {
      all.fail(badRequest(-4006, "Stop price less than zero."));
    }
    return price;
  }

  /** Under either of its names. */
  private OptionalLong activation() {
    OptionalLong price = all.optionalAmount("activatePrice");
    OptionalLong other = all.optionalAmount("activationPrice");
    OptionalLong named = price.isPresent() ? price : other;
    if (named.isPresent() && named.getAsLong() == 0) {
      all.fail(badRequest(-4135, "Invalid activation price"));
    }
    return named;
  }

  private Optional<AlgoAction> action(OrderForm.Head head) {
    boolean isMarket = head.type().name().endsWith("_MARKET");
    boolean reduceOnly = all.flag("reduceOnly", false);
    if (all.flag("closePosition", false)) {
      if (!isMarket || head.type() == OrderForm.Type.TRAILING_STOP_MARKET) {
        all.fail(
            badRequest(
                -4020,
                "Target strategy invalid for orderType '%s',reduceOnly '%b'.",
                head.type(),
                reduceOnly));
      }
      if (all.has("quantity") && all.amount("quantity") > 0) {
        all.fail(badRequest(-4137, "Quantity must be zero with closePosition equals true"));
      }
      return form.sound(AlgoAction.ClosePosition::new);
    }
    if (isMarket) {
      form.forbid("price");
      long qty = form.quantity(head.symbol());
      return form.sound(() -> new AlgoAction.Place(new OrderTerms.Market(qty), reduceOnly));
    }
    PriceMatch match = form.priceMatch(true);
    Optional<OrderTerms.Limit> terms = form.limit(head.symbol(), head.side(), match);
    if (terms.stream().anyMatch(OrderTerms::isRpi)) {
      all.fail(badRequest(-1115, "Invalid timeInForce."));
    }
    return form.sound(() -> new AlgoAction.Place(terms.orElseThrow(), reduceOnly));
  }
}
