/** Features: indicators computed once for each instrument and interval, shared by all who ask. */
@NullMarked
package io.tradewind.core.feature;

import org.jspecify.annotations.NullMarked;
