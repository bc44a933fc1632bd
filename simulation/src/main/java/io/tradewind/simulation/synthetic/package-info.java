/** Markets that never were, made from a seed: prices of several symbols, later books and trades. */
@NullMarked
package io.tradewind.simulation.synthetic;

import org.jspecify.annotations.NullMarked;
