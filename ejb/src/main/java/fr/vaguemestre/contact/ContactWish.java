package fr.vaguemestre.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;

/** A contact as typed or received; at least a last name, a company name or an e-mail. */
public record ContactWish(
    ContactKind kind,
    @Size(max = 20) String civility,
    @Size(max = 120) String lastName,
    @Size(max = 120) String firstName,
    @Size(max = 200) String company,
    @Email @Size(max = 190) String email,
    @Size(max = 40) String phone,
    @Size(max = 200) String street,
    @Size(max = 200) String complement,
    @Size(max = 10) String postcode,
    @Size(max = 120) String city) {
  public boolean nameless() {
    return blank(lastName) && blank(company) && blank(email);
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
