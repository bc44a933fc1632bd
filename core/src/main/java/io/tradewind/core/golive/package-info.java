/** The way to real money, stage by stage, and what each asks to be shown. */
@NullMarked
package io.tradewind.core.golive;

import org.jspecify.annotations.NullMarked;
