package fr.vaguemestre.web.transmission;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.dispatch.Means;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;

/** What an agent types to hand a document outside. */
@Named
@RequestScoped
public class TransmissionForm {
  private Long document;
  private String service;
  private String name;
  private String email;
  private String street;
  private String postcode;
  private String city;
  private String motive;
  private Means means = Means.POST;
  private LocalDate sentOn;
  private LocalDate expectedOn;
  private String registeredNumber;

  /** The service entered as new, or the name typed and not picked; null when there is neither. */
  ContactWish newService() {
    var called = name == null || name.isBlank() ? service : name;
    return called == null || called.isBlank()
        ? null
        : new ContactWish(
            ContactKind.ADMINISTRATION,
            null,
            null,
            null,
            called,
            email,
            null,
            street,
            null,
            postcode,
            city);
  }

  public Long getDocument() {
    return document;
  }

  public void setDocument(Long document) {
    this.document = document;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String street) {
    this.street = street;
  }

  public String getPostcode() {
    return postcode;
  }

  public void setPostcode(String postcode) {
    this.postcode = postcode;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getMotive() {
    return motive;
  }

  public void setMotive(String motive) {
    this.motive = motive;
  }

  public Means getMeans() {
    return means;
  }

  public void setMeans(Means means) {
    this.means = means;
  }

  public LocalDate getSentOn() {
    return sentOn;
  }

  public void setSentOn(LocalDate sentOn) {
    this.sentOn = sentOn;
  }

  public LocalDate getExpectedOn() {
    return expectedOn;
  }

  public void setExpectedOn(LocalDate expectedOn) {
    this.expectedOn = expectedOn;
  }

  public String getRegisteredNumber() {
    return registeredNumber;
  }

  public void setRegisteredNumber(String registeredNumber) {
    this.registeredNumber = registeredNumber;
  }
}
