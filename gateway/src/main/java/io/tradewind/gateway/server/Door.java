package io.tradewind.gateway.server;

import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.StatusPort;

/**
 * What the server leads to; all of it is called by many threads at once.
 *
 * @param status how the session stands
 * @param control where something is asked of it
 * @param stop ends the process in good order; called at most once, by a thread of the server's
 */
public record Door(StatusPort status, ControlPort control, Runnable stop) {}
