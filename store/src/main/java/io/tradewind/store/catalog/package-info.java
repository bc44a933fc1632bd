/**
 * The store of market data: Parquet files in hive partitions, each with a cache of primitive
 * columns beside it. Begin with {@link io.tradewind.store.catalog.CandleStore}.
 */
@NullMarked
package io.tradewind.store.catalog;

import org.jspecify.annotations.NullMarked;
