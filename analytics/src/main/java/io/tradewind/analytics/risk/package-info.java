/** How much may be lost, whether that estimate held, and how series move together. */
@NullMarked
package io.tradewind.analytics.risk;

import org.jspecify.annotations.NullMarked;
