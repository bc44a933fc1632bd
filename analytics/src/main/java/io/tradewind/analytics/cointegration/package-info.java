/** Whether two prices belong together, by which ratio, and how far apart they are now. */
@NullMarked
package io.tradewind.analytics.cointegration;

import org.jspecify.annotations.NullMarked;
