/** What is measured of a session: how long things take, when something came, what waits. */
@NullMarked
package io.tradewind.trader.meter;

import org.jspecify.annotations.NullMarked;
