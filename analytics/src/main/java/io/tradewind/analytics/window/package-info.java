/** Windows over the last values, from which indicators are made: constant work, no drift. */
@NullMarked
package io.tradewind.analytics.window;

import org.jspecify.annotations.NullMarked;
