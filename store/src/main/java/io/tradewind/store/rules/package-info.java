/** Trading rules for instruments whose venue's filters are not known. */
@NullMarked
package io.tradewind.store.rules;

import org.jspecify.annotations.NullMarked;
