package fr.vaguemestre.contact;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Someone the town exchanges letters with. */
@Entity
public class Contact extends Owned {
  @Enumerated(EnumType.STRING)
  private ContactKind kind;

  private String civility;

  @Column(name = "last_name")
  private String lastName;

  @Column(name = "first_name")
  private String firstName;

  private String company;
  private String email;
  private String phone;
  private String street;
  private String complement;
  private String postcode;
  private String city;

  @Column(name = "electronic_refused")
  private boolean electronicRefused;

  @Column(name = "search_key")
  private String searchKey;

  protected Contact() {}

  Contact(ContactWish wish) {
    describe(wish);
  }

  void describe(ContactWish wish) {
    this.kind =
        wish.kind() != null
            ? wish.kind()
            : blank(wish.company()) == null ? ContactKind.PERSON : ContactKind.COMPANY;
    this.civility = blank(wish.civility());
    this.lastName = blank(wish.lastName());
    this.firstName = blank(wish.firstName());
    this.company = blank(wish.company());
    this.email = blank(wish.email());
    this.phone = blank(wish.phone());
    this.street = blank(wish.street());
    this.complement = blank(wish.complement());
    this.postcode = blank(wish.postcode());
    this.city = blank(wish.city());
    this.searchKey =
        key(name() + " " + Objects.toString(email, "") + " " + Objects.toString(city, ""));
  }

  /** Lower case, no accent, single blanks: what one types finds what is stored. */
  public static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** As one writes it in a list: "Quatresols Geneviève", "Comité des fêtes (Martin Jeanne)". */
  public String name() {
    var person =
        Stream.of(lastName, firstName).filter(Objects::nonNull).collect(Collectors.joining(" "));
    if (company == null) {
      return person.isEmpty() ? Objects.toString(email, "") : person;
    }
    return person.isEmpty() ? company : company + " (" + person + ")";
  }

  /** Whether what is said of the postal address of this one holds for the other too. */
  boolean livesWith(Contact other) {
    return same(street, other.street)
        && same(complement, other.complement)
        && same(postcode, other.postcode)
        && same(city, other.city);
  }

  private static boolean same(String said, String known) {
    return said == null || known != null && key(said).equals(key(known));
  }

  private static String blank(String s) {
    return s == null || s.isBlank() ? null : s.strip();
  }

  /** L112-14: they expressly refused to be answered by electronic means. */
  public boolean electronicRefused() {
    return electronicRefused;
  }

  void refuseElectronic(boolean refused) {
    electronicRefused = refused;
  }

  public ContactKind kind() {
    return kind;
  }

  public String civility() {
    return civility;
  }

  public String lastName() {
    return lastName;
  }

  public String firstName() {
    return firstName;
  }

  public String company() {
    return company;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public String street() {
    return street;
  }

  public String complement() {
    return complement;
  }

  public String postcode() {
    return postcode;
  }

  public String city() {
    return city;
  }
}
