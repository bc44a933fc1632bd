/**
 * What the simulated exchange's markets have in common: amounts, filters, accounts and fees. Its
 * brain knows no clock, no wire and no codes; time comes in with each call.
 */
@NullMarked
package io.tradewind.simulation.exchange;

import org.jspecify.annotations.NullMarked;
