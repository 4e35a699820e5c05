package fr.vaguemestre.api.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.call.CallFilter;
import fr.vaguemestre.api.platform.Problem;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Machine accounts call what is open to them and nothing else (API4): closed unless it says so. */
@Provider
@ApplicationScoped
public class MachineCallers implements ContainerRequestFilter, ContainerResponseFilter {
  @Inject CurrentReader reader;
  @Context ResourceInfo called;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(CallFilter.ROUTE, route());
    boolean open = called.getResourceClass().isAnnotationPresent(OpenToMachines.class);
    if (!open && reader.find().filter(Reader::machine).isPresent()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "access.not-for-machine-accounts");
    }
  }

  /** Says what was refused, for the journal of calls. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      request.setProperty(CallFilter.CODE, problem.code());
    }
  }

  /** Of the resource and its method, as they are written. */
  private String route() {
    return Stream.of(called.getResourceClass(), called.getResourceMethod())
        .map(part -> part.getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .map(Path::value)
        .collect(Collectors.joining());
  }
}
