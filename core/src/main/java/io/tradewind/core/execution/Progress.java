package io.tradewind.core.execution;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far an execution is. Prices are in quote per base; slippages are in basis points of what they
 * are measured against, above 0 where we did worse: paid more, or got less. What is not known yet
 * is empty.
 *
 * @param state where it stands
 * @param reason why it ends, once it does
 * @param askedScaled the whole, in quantity scale
 * @param filledScaled filled of it
 * @param openScaled in children that may still fill, those that were asked back included
 * @param slicesDone slices whose time has come; of an algorithm without slices, children placed
 * @param arrivalPrice the mid, or the last price, at the start; the first one after it where there
 *     was none
 * @param averagePrice of the fills, slippage included, fees not
 * @param marketTwap time-weighted mid, or last price, of the market while it ran
 * @param marketVwap volume-weighted price of the market's trades while it ran
 * @param benchmark that of the two that the style is judged by; the arrival price for a style that
 *     is judged by none
 * @param arrivalSlippageBps average against arrival price
 * @param benchmarkSlippageBps average against benchmark
 */
public record Progress(
    ExecutionState state,
    Optional<EndReason> reason,
    long askedScaled,
    long filledScaled,
    long openScaled,
    int slicesDone,
    OptionalDouble arrivalPrice,
    OptionalDouble averagePrice,
    OptionalDouble marketTwap,
    OptionalDouble marketVwap,
    OptionalDouble benchmark,
    OptionalDouble arrivalSlippageBps,
    OptionalDouble benchmarkSlippageBps) {

  /** What is neither filled nor open; once the state is final, what could not be had. */
  public long leftScaled() {
    return Math.max(0, askedScaled - filledScaled - openScaled);
  }

  /** The part that is filled; 1 is all. */
  public double shareDone() {
    return (double) filledScaled / askedScaled;
  }
}
