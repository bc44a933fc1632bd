package io.tradewind.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why nothing listens, told apart. */
class PortTakenExceptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Address already in use | true  | port 80 on 127.0.0.1 is taken by another program
          Permission denied      | false | port 80 is not for this user: choose one from 1024 on
          """)
  void theReasonIsTold(String system, boolean isTaken, String words) {
    Throwable failure =
        new IllegalStateException(
            "can't start", new IllegalStateException(new BindException(system)));
    assertThat(PortTakenException.of(80, failure))
        .hasMessageStartingWith(words)
        .matches(each -> each instanceof PortTakenException == isTaken);
  }
}
