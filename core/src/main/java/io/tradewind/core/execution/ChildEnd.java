package io.tradewind.core.execution;

/** How a child ended that was not filled. */
public enum ChildEnd {
  /** Taken back, by us or by the venue. */
  CANCELLED("taken back"),
  /** Its time ran out, or an immediate order found nothing more. */
  EXPIRED("expired"),
  /** Post-only, and it would have taken liquidity. */
  WOULD_TAKE("post-only, and it would have taken liquidity"),
  /** The venue would not have it. */
  REJECTED("refused by the venue");

  private final String text;

  ChildEnd(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
