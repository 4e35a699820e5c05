package fr.vaguemestre.webhook;

import fr.vaguemestre.platform.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * The one way by which an address that an administrator of a town typed is called: judged by {@link
 * HookRules}, over in ten seconds, no redirect followed.
 */
@ApplicationScoped
public class OutsideCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
  ManagedScheduledExecutorService timer;

  private HookCaller caller;

  @PostConstruct
  void make() {
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    caller = new HookCaller(HookRules.asSet(), tls, timer, PATIENCE);
  }

  /**
   * An address as it may be called. Asks no name server.
   *
   * @throws Refusal on the field, when it leads where no call may go
   */
  public static URI allowed(String field, String typed) {
    return HookRules.asSet().read(field, typed);
  }

  public HookCaller.Answer post(URI address, Map<String, String> headers, byte[] body) {
    return caller.post(address, headers, body);
  }
}
