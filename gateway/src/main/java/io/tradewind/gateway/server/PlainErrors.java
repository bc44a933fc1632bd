package io.tradewind.gateway.server;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the HTTP library itself refuses, such as a malformed line, is told as all else is. */
final class PlainErrors extends ErrorHandler {
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Reply reply = Reply.error(code, "http", "this is no request that can be answered");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    response.write(true, BufferUtil.toBuffer(reply.body(), StandardCharsets.UTF_8), callback);
  }
}
