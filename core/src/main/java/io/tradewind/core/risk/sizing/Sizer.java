package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.signal.SignalSize;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much an entry may spend: what the signal asks for, what each rule allows, cut down by every
 * limit. The smallest wins and is named. Pure.
 *
 * <p>Of equals the first wins, in this order: the signal's wish, the rules as they are configured,
 * dynamic risk, the limits as they are given, free balance. What is no number denies, as if it were
 * smaller than all others.
 */
public final class Sizer {
  private Sizer() {}

  /**
   * What a size is decided from, all in one currency.
   *
   * @param equity of the account, above 0
   * @param free what can be spent now
   * @param symbols how many the run has
   * @param price at which the entry is expected
   * @param stopDistance as a ratio of the price; 1 without a stop
   */
  public record Situation(
      double equity, double free, int symbols, double price, double stopDistance) {}

  /**
   * A limit that was reckoned elsewhere.
   *
   * @param notional the most that the entry may spend, in currency
   * @param rule its name
   */
  public record Cap(double notional, SizeRule rule) {}

  /**
   * Everything that one entry is sized by.
   *
   * @param wanted by the signal
   * @param now the account
   * @param evidence what the rules look at
   * @param leverage at which the position will be held, at least 1: its margin is the notional
   *     divided by it
   * @param costs of the entry as a ratio of its notional
   * @param caps the limits
   */
  public record Request(
      SignalSize wanted,
      Situation now,
      Evidence evidence,
      double leverage,
      double costs,
      List<Cap> caps) {
    /** Checks the ranges. */
    public Request {
      Check.argument(leverage >= 1, "leverage must be >= 1, was %s", leverage);
      Check.argument(costs >= 0 && costs < 1, "costs must be in [0, 1), was %s", costs);
      caps = List.copyOf(caps);
    }
  }

  /**
   * A size.
   *
   * @param budget in currency, costs included, never negative
   * @param boundBy what decided it
   */
  public record Size(double budget, SizeRule boundBy) {}

  /** The smallest of all. */
  public static Size size(Request request, List<SizingRule> rules) {
    Size least = smallest(weigh(request, rules));
    return least.budget() > 0 ? least : new Size(0, least.boundBy());
  }

  /**
   * What each has to say, in the order that decides between equals; rules that have nothing to say
   * are left out. Raw: negative where a limit has been passed, NaN where it is not known.
   */
  public static List<Size> weigh(Request request, List<SizingRule> rules) {
    Situation now = request.now();
    List<Size> sizes = new ArrayList<>();
    Size wish = wanted(request.wanted(), now, request.leverage());
    sizes.add(new Size(wish.budget() * request.evidence().regime(), wish.boundBy()));
    for (SizingRule rule : rules) {
      OptionalDouble budget = rule.budget(now, request.evidence());
      if (budget.isPresent()) {
        sizes.add(new Size(budget.getAsDouble(), rule.name()));
      }
    }
    if (request.evidence().risk() != 1) {
      double left = smallest(sizes).budget() * request.evidence().risk();
      sizes.add(new Size(left, SizeRule.DYNAMIC_RISK));
    }
    for (Cap cap : request.caps()) {
      sizes.add(new Size(cap.notional(), cap.rule()));
    }
    sizes.add(new Size(now.free() * reach(request), SizeRule.FREE_BALANCE));
    return sizes;
  }

  /**
   * What the signal asks for, before any limit. A share of equity is put up as margin; a quantity
   * and a sum are what is traded.
   */
  public static Size wanted(SignalSize wanted, Situation now, double leverage) {
    return switch (wanted) {
      case SignalSize.EqualShare _ ->
          new Size(now.equity() / now.symbols() * leverage, SizeRule.EQUAL_SHARE);
      case SignalSize.Share share ->
          new Size(share.ratio() * now.equity() * leverage, SizeRule.SIGNAL);
      case SignalSize.Qty qty -> new Size(qty.base() * now.price(), SizeRule.SIGNAL);
      case SignalSize.Notional notional -> new Size(notional.quote(), SizeRule.SIGNAL);
    };
  }

  /**
   * What free cash reaches for: of a notional N, margin {@code N / L} and costs {@code c * N} are
   * paid from it, and the budget is {@code N * (1 + c)}. Without leverage that is exactly the cash.
   */
  private static double reach(Request request) {
    double leverage = request.leverage();
    return leverage * (1 + request.costs()) / (1 + request.costs() * leverage);
  }

  private static Size smallest(List<Size> sizes) {
    Size least = sizes.getFirst();
    for (int i = 1; i < sizes.size(); i++) {
      boolean denied = Double.isNaN(least.budget());
      boolean denies = Double.isNaN(sizes.get(i).budget());
      if (!denied && (denies || sizes.get(i).budget() < least.budget())) {
        least = sizes.get(i);
      }
    }
    return least;
  }
}
