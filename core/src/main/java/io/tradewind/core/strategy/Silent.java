package io.tradewind.core.strategy;

/** Says nothing: for a book whose orders come from elsewhere, such as that of a hedge. */
public final class Silent implements Strategy {
  @Override
  public void prepare(Preparation preparation) {}

  @Override
  public void onBar(BarContext bar, Signals signals) {}
}
