package io.tradewind.store.audit;

/**
 * What an audit is of.
 *
 * @param session number of the session, as in its journal
 * @param code version of the program that writes on
 * @param description of the session, for people
 */
public record AuditHead(long session, String code, String description) {}
