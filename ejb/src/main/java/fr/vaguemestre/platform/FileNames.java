package fr.vaguemestre.platform;

/** File names as senders give them are shown, never trusted. */
public final class FileNames {
  private static final int LONGEST = 200;

  private FileNames() {}

  /** The last part, without control or direction characters, 200 characters at most. */
  public static String shown(String given) {
    var name =
        given == null
            ? ""
            : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "_").strip();
    if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
      return "document";
    }
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    return name.substring(0, LONGEST - ending.length()) + ending;
  }
}
