package fr.vaguemestre.api.platform;

/** The request itself, whatever it is about, cannot be taken: a status and the rule it breaks. */
public class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;

  public RequestRefused(int status, String code) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
