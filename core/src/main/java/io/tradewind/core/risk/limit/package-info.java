/**
 * What stops trading, what locks a symbol, how much may be held, and the way back from each.
 *
 * <p>Nothing here sends an order or knows who does. What has a memory is fed by events and answers
 * with what changed: equity goes to {@link io.tradewind.core.risk.limit.LossTracker} and its day's
 * loss on to {@link io.tradewind.core.risk.limit.Breakers}, which also take prices, fills, failed
 * orders and closed trades; closed trades go to {@link io.tradewind.core.risk.limit.Protections} as
 * well. Before an entry, {@link io.tradewind.core.risk.limit.Stance#worst} of all stances and
 * {@link io.tradewind.core.risk.limit.Protections#barring} say whether it may be, and {@link
 * io.tradewind.core.risk.limit.PortfolioRules#tightest} how large.
 */
@NullMarked
package io.tradewind.core.risk.limit;

import org.jspecify.annotations.NullMarked;
