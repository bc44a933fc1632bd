/** All indicators by name, and how one with its arguments is written as text. */
@NullMarked
package io.tradewind.analytics.catalog;

import org.jspecify.annotations.NullMarked;
