/** What tests of venues share. */
@NullMarked
package io.tradewind.venues;

import org.jspecify.annotations.NullMarked;
