package fr.vaguemestre.access;

import jakarta.security.enterprise.CallerPrincipal;
import java.io.Serializable;

/**
 * Who is logged in, as the container carries it: the town, the agent, and the version of the
 * password they used.
 */
public class AgentPrincipal extends CallerPrincipal implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int tenant;
  private final long agent;
  private final int credentialVersion;

  public AgentPrincipal(int tenant, long agent, String login, int credentialVersion) {
    super(login);
    this.tenant = tenant;
    this.agent = agent;
    this.credentialVersion = credentialVersion;
  }

  public int tenant() {
    return tenant;
  }

  public long agent() {
    return agent;
  }

  public int credentialVersion() {
    return credentialVersion;
  }
}
