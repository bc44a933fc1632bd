package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class FlowIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          AmihudIlliquidity.DEFINITION,
          BookImbalance.DEFINITION,
          BookSlope.DEFINITION,
          BulkVpin.DEFINITION,
          CumulativeDelta.DEFINITION,
          DepthWithin.DEFINITION,
          FillPrice.DEFINITION,
          Footprint.DEFINITION,
          KyleLambda.DEFINITION,
          Microprice.DEFINITION,
          MultiLevelOrderFlowImbalance.DEFINITION,
          OrderFlowImbalance.DEFINITION,
          QueueImbalance.DEFINITION,
          QuoteMid.DEFINITION,
          RollSpread.DEFINITION,
          SessionDelta.DEFINITION,
          TickRule.DEFINITION,
          TimedOrderFlowImbalance.DEFINITION,
          TimedTradeImbalance.DEFINITION,
          TradeImbalance.DEFINITION,
          TradeIntensity.DEFINITION,
          TradeSign.DEFINITION,
          TradeVwap.DEFINITION,
          Vpin.DEFINITION,
          WeightedBookImbalance.DEFINITION);

  private FlowIndicators() {}
}
