package fr.vaguemestre.web.shell;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page pdf.js lives in, as PrimeFaces Extensions ships it, with our look on top and a policy of
 * its own: it carries one script in the page, allowed by its hash and no other way. Registered in
 * faces-config.xml.
 */
public class ViewerPage extends ResourceHandlerWrapper {
  private static final String NAME = "documentviewer/pdfviewer.html";
  private static final String LIBRARY = "primefaces-extensions";
  private static final Pattern SCRIPT =
      Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);

  /** The page itself does not say which language it is in; its address does. */
  private static final String LANGUAGE =
      "<script>document.documentElement.lang ="
          + " new URLSearchParams(location.hash.substring(1)).get('locale') || 'fr'</script>";

  public ViewerPage(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library, String type) {
    return dressed(name, library, super.createResource(name, library, type));
  }

  @Override
  public Resource createResource(String name, String library) {
    return dressed(name, library, super.createResource(name, library));
  }

  private static Resource dressed(String name, String library, Resource resource) {
    return resource != null && NAME.equals(name) && LIBRARY.equals(library)
        ? new Page(resource)
        : resource;
  }

  private static final class Page extends ResourceWrapper {
    Page(Resource wrapped) {
      super(wrapped);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      var look = "<link rel=\"stylesheet\" href=\"" + createHref("css/viewer.css") + "\">";
      var dressed = original().replace("</head>", look + LANGUAGE + "</head>");
      return new ByteArrayInputStream(dressed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> getResponseHeaders() {
      var headers = new HashMap<>(getWrapped().getResponseHeaders());
      headers.put(
          "Content-Security-Policy",
          "default-src 'none'; connect-src 'self' blob:; img-src 'self' data: blob:; font-src 'self' data: blob:;"
              + " style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; frame-ancestors 'self'; base-uri 'none';"
              + " form-action 'none'; script-src 'self' 'wasm-unsafe-eval'"
              + hashes());
      return headers;
    }

    private String hashes() {
      try {
        var hashes = new StringBuilder();
        var scripts = SCRIPT.matcher(original() + LANGUAGE);
        while (scripts.find()) {
          var hash =
              MessageDigest.getInstance("SHA-256")
                  .digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
          hashes.append(" 'sha256-").append(Base64.getEncoder().encodeToString(hash)).append('\'');
        }
        return hashes.toString();
      } catch (IOException | NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A browser hashes a script after it has read CRLF as LF. */
    private String original() throws IOException {
      try (var in = getWrapped().getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      }
    }

    private static String createHref(String name) {
      var faces = FacesContext.getCurrentInstance();
      return faces
          .getApplication()
          .getResourceHandler()
          .createResource(name, "vaguemestre")
          .getRequestPath();
    }
  }
}
