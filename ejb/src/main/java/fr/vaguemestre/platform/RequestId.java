package fr.vaguemestre.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The word that finds a request again: in the answer's header, on the error page, in every log line
 * written on its behalf, by the work and the jobs born of it too. It says nothing of anybody.
 */
public final class RequestId {
  /** Header of requests and answers. */
  public static final String HEADER = "X-Request-Id";

  /** Name under which log lines carry it. */
  static final String LOGGED_AS = "request";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private RequestId() {}

  /** The one this thread works for. */
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** As given by a caller when it is 8 to 64 letters, digits, dots and dashes; else a new one. */
  public static String of(String given) {
    return wellFormed(given) ? given : UUID.randomUUID().toString().replace("-", "");
  }

  public static boolean wellFormed(String given) {
    return given != null && WELL_FORMED.matcher(given).matches();
  }

  /** From here on this thread works for that request; null for none. */
  public static void set(String id) {
    if (id == null) {
      CURRENT.remove();
      MDC.remove(LOGGED_AS);
    } else {
      CURRENT.set(id);
      MDC.put(LOGGED_AS, id);
    }
  }

  /** Does the work for that request and puts back what was there before. */
  public static <T> T call(String id, Callable<T> work) throws Exception {
    var before = CURRENT.get();
    set(id);
    try {
      return work.call();
    } finally {
      set(before);
    }
  }
}
