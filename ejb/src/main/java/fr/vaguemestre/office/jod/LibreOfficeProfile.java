package fr.vaguemestre.office.jod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user profile every office process starts from: what a hostile document may not do. */
final class LibreOfficeProfile {
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      """;

  private LibreOfficeProfile() {}

  static Path write(Path folder) throws IOException {
    Path user = Files.createDirectories(folder.resolve("user"));
    var xml = new StringBuilder(SETTINGS);
    String scripting = "Office.Common/Security/Scripting";
    item(xml, scripting, "MacroSecurityLevel", "3");
    item(xml, scripting, "DisableMacrosExecution", "true");
    item(xml, scripting, "BlockUntrustedRefererLinks", "true");
    item(xml, scripting, "CheckDocumentEvents", "false");
    item(xml, scripting, "DisableActiveContent", "true");
    item(xml, scripting, "DisableOLEAutomation", "true");
    item(xml, "Office.Writer/Content/Update", "Link", "2"); // never
    item(xml, "Office.Writer/Content/Update", "Field", "false");
    item(xml, "Office.Calc/Content/Update", "Link", "2");
    item(xml, "Office.Common/Misc", "FirstRun", "false");
    item(xml, "Office.Jobs/Jobs/UpdateCheck/Arguments", "AutoCheckEnabled", "false");
    // A manual proxy that answers nowhere: whatever still wants out finds no way.
    item(xml, "Inet/Settings", "ooInetProxyType", "2");
    item(xml, "Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1");
    item(xml, "Inet/Settings", "ooInetHTTPProxyPort", "9");
    item(xml, "Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1");
    item(xml, "Inet/Settings", "ooInetHTTPSProxyPort", "9");
    item(xml, "Inet/Settings", "ooInetNoProxy", "");
    xml.append("</oor:items>\n");
    Files.writeString(user.resolve("registrymodifications.xcu"), xml);
    return folder;
  }

  private static void item(StringBuilder xml, String path, String name, String value) {
    xml.append("<item oor:path=\"/org.openoffice.")
        .append(path)
        .append("\"><prop oor:name=\"")
        .append(name)
        .append("\" oor:op=\"fuse\"><value>")
        .append(value)
        .append("</value></prop></item>\n");
  }
}
