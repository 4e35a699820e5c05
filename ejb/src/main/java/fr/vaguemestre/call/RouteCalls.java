package fr.vaguemestre.call;

/** What was answered at one address in some days; {@code route} is method and address. */
public record RouteCalls(String route, int status, long calls, long average, long slowest) {
  /** Whether it was refused or failed. */
  public boolean error() {
    return status >= 400;
  }
}
