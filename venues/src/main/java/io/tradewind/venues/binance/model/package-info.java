/** What Binance says, as records with exact numbers. */
@NullMarked
package io.tradewind.venues.binance.model;

import org.jspecify.annotations.NullMarked;
