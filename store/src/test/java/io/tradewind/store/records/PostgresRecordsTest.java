package io.tradewind.store.records;

import java.time.Duration;

class PostgresRecordsTest extends RecordsContract {
  @Override
  DatabaseSettings fresh(Duration query) {
    return Server.fresh(query);
  }
}
