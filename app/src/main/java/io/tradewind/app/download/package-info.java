/** Downloads of market data from a venue into the store. Begin with {@code Downloader}. */
@NullMarked
package io.tradewind.app.download;

import org.jspecify.annotations.NullMarked;
