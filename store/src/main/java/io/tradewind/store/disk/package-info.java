/** Files of one folder, through which everything goes that must survive a crash. */
@NullMarked
package io.tradewind.store.disk;

import org.jspecify.annotations.NullMarked;
