package io.tradewind.core.order;

import java.util.Optional;

/**
 * An order that has not ended, as the engine knows it: what a connection has to know that is made
 * anew for a session that goes on.
 *
 * @param intent as it was sent
 * @param terms as the venue last confirmed them
 * @param wantedTerms what was asked for last and is not confirmed; empty where nothing is
 * @param state where it stands; {@link OrderState#SENT} also where nobody knows whether it went out
 * @param filledQtyScaled what was told as filled, in quantity scale
 * @param isCancelAsked whether it is to be taken back
 */
public record StandingOrder(
    OrderIntent intent,
    OrderTerms terms,
    Optional<OrderTerms> wantedTerms,
    OrderState state,
    long filledQtyScaled,
    boolean isCancelAsked) {}
