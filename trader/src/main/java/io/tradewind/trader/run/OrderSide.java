package io.tradewind.trader.run;

import io.tradewind.venues.binance.venue.AccountView;
import java.util.Optional;

/**
 * Where commands go when they are on disk, and where word of orders comes from; driven by the
 * thread that drives the session.
 */
public interface OrderSide {
  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  int doWork();

  /** Whether commands wait to be on disk. */
  boolean isWaiting();

  /** They are on disk: they go out. */
  void release();

  /** Whether orders reach the venue, and all that it did is known here. */
  boolean isInStep();

  /** All is looked at again, as after a gap; it is not in step until that is done. */
  void recheck();

  /** What the account holds; empty where there is none outside. */
  Optional<AccountView> account();

  /** Why not, in words; empty where it is. */
  String why();

  /** What went wrong with orders at the venue since the process began, of whatever kind. */
  long errors();

  /** How many fills of others on the account were heard of since the process began. */
  long fillsOfOthers();

  /** Ends connections; orders stay as they are. */
  void close();

  /** On paper the venue is within the session: there is nobody outside. */
  OrderSide PAPER =
      new OrderSide() {
        @Override
        public int doWork() {
          return 0;
        }

        @Override
        public boolean isWaiting() {
          return false;
        }

        @Override
        public void release() {}

        @Override
        public boolean isInStep() {
          return true;
        }

        @Override
        public void recheck() {}

        @Override
        public Optional<AccountView> account() {
          return Optional.empty();
        }

        @Override
        public String why() {
          return "";
        }

        @Override
        public long errors() {
          return 0;
        }

        @Override
        public long fillsOfOthers() {
          return 0;
        }

        @Override
        public void close() {}
      };
}
