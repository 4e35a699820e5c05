package fr.vaguemestre.web.installation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Towns;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** admin/town.xhtml: creates a town. */
@Named
@ViewScoped
public class TownScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Towns towns;
  @Inject CurrentReader reader;
  private String code;
  private String name;
  private String hostName;
  private String address;
  private String email;
  private String phone;
  private String adminLogin;
  private String adminFirstName;
  private String adminLastName;
  private String password;

  @PostConstruct
  void check() {
    reader.get().need(Right.ADMIN_PLATFORM, null);
  }

  public void create() {
    password =
        towns
            .create(
                reader.get(),
                new Founding(
                    code,
                    name,
                    hostName,
                    address,
                    email,
                    phone,
                    adminLogin,
                    adminFirstName,
                    adminLastName),
                null)
            .password()
            .orElseThrow();
  }

  /** The administrator's password once the town is there: shown once. */
  public String getPassword() {
    return password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getHostName() {
    return hostName;
  }

  public void setHostName(String hostName) {
    this.hostName = hostName;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getAdminLogin() {
    return adminLogin;
  }

  public void setAdminLogin(String adminLogin) {
    this.adminLogin = adminLogin;
  }

  public String getAdminFirstName() {
    return adminFirstName;
  }

  public void setAdminFirstName(String adminFirstName) {
    this.adminFirstName = adminFirstName;
  }

  public String getAdminLastName() {
    return adminLastName;
  }

  public void setAdminLastName(String adminLastName) {
    this.adminLastName = adminLastName;
  }
}
