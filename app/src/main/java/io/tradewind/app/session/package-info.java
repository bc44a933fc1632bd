/** Sessions on paper and live: what they are, what they run on, and how they are looked at. */
@NullMarked
package io.tradewind.app.session;

import org.jspecify.annotations.NullMarked;
