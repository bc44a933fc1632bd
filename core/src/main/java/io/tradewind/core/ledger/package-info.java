/** Double entry in exact decimals, and the positions it is kept for. */
@NullMarked
package io.tradewind.core.ledger;

import org.jspecify.annotations.NullMarked;
