/** Parameters of strategies and indicators: declared once, with range and default. */
@NullMarked
package io.tradewind.analytics.parameter;

import org.jspecify.annotations.NullMarked;
