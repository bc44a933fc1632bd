package io.tradewind.simulation.crowd;

import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.futures.AccountUpdate;
import io.tradewind.simulation.exchange.futures.AlgoUpdate;
import io.tradewind.simulation.exchange.futures.ConfigUpdate;
import io.tradewind.simulation.exchange.futures.ForceOrder;
import io.tradewind.simulation.exchange.futures.FuturesListener;
import io.tradewind.simulation.exchange.futures.MarginCall;
import io.tradewind.simulation.exchange.futures.MarketTrade;
import io.tradewind.simulation.exchange.futures.OrderUpdate;

/** Nobody hears what a futures exchange tells. */
class Unheard implements FuturesListener {
  @Override
  public void onTrade(MarketTrade trade) {}

  @Override
  public void onOrder(OrderUpdate update) {}

  @Override
  public void onAlgo(AlgoUpdate update) {}

  @Override
  public void onAccount(AccountUpdate update) {}

  @Override
  public void onMarginCall(MarginCall call) {}

  @Override
  public void onConfig(ConfigUpdate update) {}

  @Override
  public void onLevel(LevelChange change) {}

  @Override
  public void onForceOrder(ForceOrder order) {}
}
