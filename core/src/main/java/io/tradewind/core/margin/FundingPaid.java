package io.tradewind.core.margin;

/**
 * A venue has exchanged funding with an account, for all that it held of an instrument. Whose it
 * was is for the session to say: each book's part is a {@link MarginEvent.Funded}.
 *
 * @param instrument its place in the session
 * @param transactionId the venue's number of it, by which it is told from others
 * @param timeNs when, by the venue's clock, epoch nanoseconds
 * @param amountScaled what was paid, in cash scale; negative where it was received
 */
public record FundingPaid(int instrument, long transactionId, long timeNs, long amountScaled) {}
