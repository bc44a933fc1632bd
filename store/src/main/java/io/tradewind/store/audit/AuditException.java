package io.tradewind.store.audit;

/** An audit that cannot be written or read on; the message names the place and what to do. */
public final class AuditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AuditVerdict.Fault fault;

  /** With a text for the user. */
  public AuditException(String message) {
    this(AuditVerdict.Fault.FOREIGN, message);
  }

  /** With a text for the user and what led to it. */
  public AuditException(String message, Throwable cause) {
    super(message, cause);
    this.fault = AuditVerdict.Fault.FOREIGN;
  }

  AuditException(AuditVerdict.Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** In which way a file is not one of this audit. */
  AuditVerdict.Fault fault() {
    return fault;
  }
}
