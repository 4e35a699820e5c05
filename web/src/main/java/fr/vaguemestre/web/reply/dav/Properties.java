package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.reply.Folder;
import fr.vaguemestre.reply.FolderEntry;
import fr.vaguemestre.reply.FolderLock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** Properties as RFC 4918 has them: the server's own (section 15) and those that programs keep. */
final class Properties {
  private static final List<String> OWN =
      List.of(
          "creationdate",
          "displayname",
          "getcontentlength",
          "getcontenttype",
          "getetag",
          "getlastmodified",
          "lockdiscovery",
          "resourcetype",
          "supportedlock");
  private static final Set<String> OF_FILES =
      Set.of("getcontentlength", "getcontenttype", "getetag");

  /** RFC 9110, 5.6.7. */
  private static final DateTimeFormatter HTTP =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Address address;
  private final Folder folder;
  private final Instant now;

  Properties(Address address, Folder folder, Instant now) {
    this.address = address;
    this.folder = folder;
    this.now = now;
  }

  /** Whether only the server says what this is. */
  static boolean own(QName name) {
    return Xml.DAV.equals(name.getNamespaceURI()) && OWN.contains(name.getLocalPart());
  }

  /** All that an entry has. */
  List<QName> of(FolderEntry entry) {
    var names = new ArrayList<QName>();
    OWN.stream()
        .map(name -> new QName(Xml.DAV, name))
        .filter(n -> has(entry, n))
        .forEach(names::add);
    names.addAll(kept(entry).keySet());
    return names;
  }

  boolean has(FolderEntry entry, QName name) {
    return own(name)
        ? !entry.collection() || !OF_FILES.contains(name.getLocalPart())
        : kept(entry).containsKey(name);
  }

  /** Adds a property with its value. */
  void add(Element parent, FolderEntry entry, QName name) {
    if (!own(name)) {
      Xml.addKept(parent, kept(entry).get(name));
      return;
    }
    switch (name.getLocalPart()) {
      case "creationdate" ->
          Xml.add(
              parent, "creationdate", entry.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
      case "displayname" -> Xml.add(parent, "displayname", entry.name());
      case "getcontentlength" -> Xml.add(parent, "getcontentlength", Long.toString(entry.size()));
      case "getcontenttype" -> Xml.add(parent, "getcontenttype", entry.mediaType());
      case "getetag" -> Xml.add(parent, "getetag", entry.etag());
      case "getlastmodified" -> Xml.add(parent, "getlastmodified", httpDate(entry.modifiedAt()));
      case "lockdiscovery" -> locks(parent, folder.over(entry.path()));
      case "resourcetype" -> type(Xml.add(parent, "resourcetype"), entry);
      default -> supported(Xml.add(parent, "supportedlock"));
    }
  }

  /** The locks that stand, as {@code lockdiscovery}. */
  void locks(Element parent, List<FolderLock> locks) {
    var discovery = Xml.add(parent, "lockdiscovery");
    for (var lock : locks) {
      var active = Xml.add(discovery, "activelock");
      Xml.add(Xml.add(active, "locktype"), "write");
      Xml.add(Xml.add(active, "lockscope"), lock.shared() ? "shared" : "exclusive");
      Xml.add(active, "depth", lock.deep() ? "infinity" : "0");
      if (!lock.owner().isEmpty()) {
        Xml.addKept(active, lock.owner());
      }
      long left = Math.max(0, Duration.between(now, lock.endsAt()).toSeconds());
      Xml.add(active, "timeout", "Second-" + left);
      Xml.add(Xml.add(active, "locktoken"), "href", lock.token());
      boolean collection = folder.at(lock.path()).filter(FolderEntry::collection).isPresent();
      Xml.add(Xml.add(active, "lockroot"), "href", address.href(lock.path(), collection));
    }
  }

  static String httpDate(Instant at) {
    return HTTP.format(at);
  }

  private static void type(Element type, FolderEntry entry) {
    if (entry.collection()) {
      Xml.add(type, "collection");
    }
  }

  private static void supported(Element parent) {
    for (var scope : List.of("exclusive", "shared")) {
      var entry = Xml.add(parent, "lockentry");
      Xml.add(Xml.add(entry, "lockscope"), scope);
      Xml.add(Xml.add(entry, "locktype"), "write");
    }
  }

  private Map<QName, String> kept(FolderEntry entry) {
    return folder.properties().getOrDefault(entry.path(), Map.of());
  }
}
