package io.tradewind.store.journal;

/**
 * All that a session remembers as of an entry of its journal.
 *
 * @param sequence of the entry
 * @param code version of the program that wrote it
 * @param state as the session saved it
 */
@SuppressWarnings("ArrayRecordComponent") // some megabytes, handed on and never changed
public record Snapshot(long sequence, String code, byte[] state) {}
