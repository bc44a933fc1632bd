/** What kind of market it is: by rules, by a hidden Markov model, and by the daily trend. */
@NullMarked
package io.tradewind.analytics.regime;

import org.jspecify.annotations.NullMarked;
