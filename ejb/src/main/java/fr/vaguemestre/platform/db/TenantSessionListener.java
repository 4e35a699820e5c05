package fr.vaguemestre.platform.db;

import fr.vaguemestre.platform.TenantContext;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Drives both tenant walls from one place, once per transaction, whoever calls. */
public class TenantSessionListener extends SessionEventAdapter {
  @Override
  public void postAcquireClientSession(SessionEvent event) {
    var tenant = TenantContext.required();
    event.getSession().setProperty("eclipselink.tenant-id", tenant);
    TenantWall.raise(tenant);
  }
}
