package io.tradewind.simulation.fault;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.analytics.random.SplitMix;

/**
 * Decides about single calls and messages: a function of the plan and of the number that a call or
 * message has. Each setting has a draw of its own, so that another rate of one leaves what the
 * others do as it is.
 */
public final class FaultDice {
  private static final int CALLS = 0;
  private static final int CALL_LATENCIES = 1;
  private static final int MESSAGES = 2;
  private static final int MESSAGE_LATENCIES = 3;
  private static final double MILLI_NS = 1_000_000;

  private FaultDice() {}

  /**
   * The fate of a call. Of several faults that would befall it the one holds that is named first in
   * {@link CallFate.Kind}.
   *
   * @param number of the call, from 0
   * @param changes whether it does more than ask
   */
  public static CallFate call(FaultPlan plan, long number, boolean changes) {
    SplitMix dice = dice(plan, CALLS, number);
    boolean throttled = strikes(plan, FaultSetting.THROTTLE_RATE, dice);
    boolean failed = strikes(plan, FaultSetting.FAILURE_RATE, dice);
    boolean dropped = strikes(plan, FaultSetting.DROP_RATE, dice);
    boolean timedOut = strikes(plan, FaultSetting.TIMEOUT_RATE, dice);
    boolean lost = strikes(plan, FaultSetting.LOST_ANSWER_RATE, dice);
    boolean coin = dice.nextDouble() < 0.5;
    Deviates deviates = new Deviates(SplitMix.at(SplitMix.at(plan.seed(), CALL_LATENCIES), number));
    long whole = latencyNs(plan, deviates);
    long there = whole / 2;
    long back = whole - there;
    if (throttled) {
      return new CallFate(there, back, CallFate.Kind.THROTTLED, false);
    } else if (failed) {
      return new CallFate(there, back, CallFate.Kind.FAILED, false);
    } else if (dropped) {
      return new CallFate(there, back, CallFate.Kind.DROPPED, coin);
    } else if (timedOut) {
      return new CallFate(there, back, CallFate.Kind.TIMED_OUT, coin);
    }
    CallFate.Kind kind = lost && changes ? CallFate.Kind.ANSWER_LOST : CallFate.Kind.ANSWERED;
    return new CallFate(there, back, kind, true);
  }

  /**
   * The fate of a message of a stream. Of several faults that would befall it the one holds that is
   * named last in {@link MessageFate.Kind}.
   *
   * @param socket the number of its socket, from 0
   * @param number of the message on it, from 0
   */
  public static MessageFate message(FaultPlan plan, long socket, long number) {
    SplitMix dice = dice(plan, MESSAGES, SplitMix.at(socket, number));
    MessageFate.Kind kind = MessageFate.Kind.TOLD;
    kind = either(plan, FaultSetting.MESSAGE_LOSS_RATE, dice, MessageFate.Kind.LOST, kind);
    kind =
        either(plan, FaultSetting.MESSAGE_DUPLICATE_RATE, dice, MessageFate.Kind.DUPLICATED, kind);
    kind = either(plan, FaultSetting.MESSAGE_REORDER_RATE, dice, MessageFate.Kind.REORDERED, kind);
    kind = either(plan, FaultSetting.SOCKET_CUT_RATE, dice, MessageFate.Kind.SOCKET_CUT, kind);
    kind =
        either(
            plan,
            FaultSetting.SOCKET_HALF_OPEN_RATE,
            dice,
            MessageFate.Kind.SOCKET_HALF_OPEN,
            kind);
    long seed =
        SplitMix.at(SplitMix.at(plan.seed(), MESSAGE_LATENCIES), SplitMix.at(socket, number));
    long delayNs = latencyNs(plan, new Deviates(seed)) / 2;
    if (strikes(plan, FaultSetting.MESSAGE_DELAY_RATE, dice)) {
      delayNs += (long) (plan.number(FaultSetting.MESSAGE_DELAY_MS) * MILLI_NS);
    }
    return new MessageFate(delayNs, kind);
  }

  private static MessageFate.Kind either(
      FaultPlan plan,
      FaultSetting rate,
      SplitMix dice,
      MessageFate.Kind struck,
      MessageFate.Kind otherwise) {
    return strikes(plan, rate, dice) ? struck : otherwise;
  }

  private static SplitMix dice(FaultPlan plan, int purpose, long number) {
    return new SplitMix(SplitMix.at(SplitMix.at(plan.seed(), purpose), number));
  }

  private static boolean strikes(FaultPlan plan, FaultSetting rate, SplitMix dice) {
    return dice.nextDouble() < plan.number(rate);
  }

  /** Lognormal, whose median is the plan's, and never longer than its most. */
  private static long latencyNs(FaultPlan plan, Deviates deviates) {
    double factor = StrictMath.exp(plan.number(FaultSetting.LATENCY_SPREAD) * deviates.normal());
    double ms = plan.number(FaultSetting.LATENCY_MS) * factor;
    return (long) (Math.min(ms, plan.number(FaultSetting.LATENCY_MOST_MS)) * MILLI_NS);
  }
}
