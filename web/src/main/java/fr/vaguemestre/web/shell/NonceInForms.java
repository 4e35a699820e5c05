package fr.vaguemestre.web.shell;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;

/**
 * Writes the page's script nonce into every form, beside the view's state. PrimeFaces expects it
 * back with each form and otherwise adds it by script: so forms work without one, and on pages
 * without its components. Registered in faces-config.xml.
 */
public class NonceInForms extends ViewHandlerWrapper {
  public NonceInForms(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void writeState(FacesContext faces) throws IOException {
    super.writeState(faces);
    var writer = faces.getResponseWriter();
    writer.startElement("input", null);
    writer.writeAttribute("type", "hidden", null);
    writer.writeAttribute("name", "primefaces.nonce", null);
    writer.writeAttribute("value", PrimeFacesContext.getCspState(faces).getNonce(), null);
    writer.endElement("input");
  }
}
