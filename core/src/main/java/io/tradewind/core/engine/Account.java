package io.tradewind.core.engine;

import io.tradewind.core.feature.FeatureBoard;

/** What all books of an account share. */
record Account(
    RiskDesk risk,
    SizingDesk sizing,
    SlippageDesk slippage,
    AllocationDesk allocation,
    FeatureBoard features,
    AuditTrail audit) {}
