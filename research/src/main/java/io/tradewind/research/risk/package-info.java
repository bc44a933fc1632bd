/** What a run risked: measured while it runs, judged afterwards, told as JSON and HTML. */
@NullMarked
package io.tradewind.research.risk;

import org.jspecify.annotations.NullMarked;
