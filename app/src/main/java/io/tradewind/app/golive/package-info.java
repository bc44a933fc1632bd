/** The way to real money: what was shown, by what, and what is missing. */
@NullMarked
package io.tradewind.app.golive;

import org.jspecify.annotations.NullMarked;
