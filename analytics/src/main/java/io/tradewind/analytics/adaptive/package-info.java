/** Parameters of strategies that go with the market and with recent results. */
@NullMarked
package io.tradewind.analytics.adaptive;

import org.jspecify.annotations.NullMarked;
