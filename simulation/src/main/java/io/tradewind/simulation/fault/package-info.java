/** What may go wrong with an exchange and its connections, as decisions that follow from a seed. */
@NullMarked
package io.tradewind.simulation.fault;

import org.jspecify.annotations.NullMarked;
