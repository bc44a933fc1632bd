package io.tradewind.core.golive;

/**
 * A line of the checklist.
 *
 * @param rule what is asked for
 * @param met whether it was shown
 * @param evidence by what, or what is missing
 */
public record ChecklistItem(GoLiveRule rule, boolean met, String evidence) {}
