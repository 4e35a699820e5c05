package fr.vaguemestre.publik;

import java.net.URI;
import java.util.Locale;

/**
 * The portal's form behind a submission.
 *
 * @param key what names it for ever: its uuid, or its address
 * @param url its address at the portal, below which its workflow is jumped; null when it did not
 *     say
 * @param trigger what its workflow calls the jump to the decision
 */
public record PortalForm(String key, String url, String trigger) {
  /** The jump's name when the portal chose none. */
  public static final String USUAL_TRIGGER = "courrier-traite";

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,59}";
  private static final int LONGEST = 1000;

  public PortalForm {
    trigger = trigger == null || !trigger.matches(NAME) ? USUAL_TRIGGER : trigger;
  }

  /** Whether it is below this address of the portal, which an administrator gave. */
  boolean below(String portal) {
    if (portal == null || url == null || url.length() > LONGEST) {
      return false;
    }
    try {
      var root = URI.create(portal).normalize();
      var form = URI.create(url);
      return form.getRawUserInfo() == null
          && form.getHost() != null
          && form.getScheme() != null
          && form.equals(form.normalize())
          && !url.toLowerCase(Locale.ROOT).contains("%2")
          && form.getScheme().equalsIgnoreCase(root.getScheme())
          && form.getAuthority().equalsIgnoreCase(root.getAuthority())
          && form.getRawPath().startsWith(folder(root.getRawPath()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The address of the jump. */
  static String jump(String url, String trigger) {
    return folder(url.replaceFirst("[?#].*", "")) + "jump/trigger/" + trigger + "/";
  }

  private static String folder(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
