package fr.vaguemestre.web.capture;

import fr.vaguemestre.correspondence.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What is typed on the registration form, names as people write them. */
public class Entry {
  private String sender;
  private String lastName;
  private String firstName;
  private String company;
  private String email;
  private String street;
  private String postcode;
  private String city;
  private String subject;
  private Channel channel;
  private String type;
  private String priority;
  private LocalDate documentDate;
  private LocalDate firstReceivedOn;
  private LocalDate arrivalDate;
  private LocalDate deadline;
  private String deadlineReason;
  private String unit;
  private String assignee;
  private List<String> copies = List.of();
  private boolean confidential;
  private boolean sensitive;
  private boolean toQualify;

  /** The fields of a new sender were filled. */
  public boolean isNewSender() {
    return Stream.of(lastName, company, email).anyMatch(s -> s != null && !s.isBlank());
  }

  public String getSender() {
    return sender;
  }

  public void setSender(String sender) {
    this.sender = sender;
  }

  public String getLastName() {
    return lastName;
  }

  public void setLastName(String lastName) {
    this.lastName = lastName;
  }

  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  public String getCompany() {
    return company;
  }

  public void setCompany(String company) {
    this.company = company;
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

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public Channel getChannel() {
    return channel;
  }

  public void setChannel(Channel channel) {
    this.channel = channel;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getPriority() {
    return priority;
  }

  public void setPriority(String priority) {
    this.priority = priority;
  }

  public LocalDate getDocumentDate() {
    return documentDate;
  }

  public void setDocumentDate(LocalDate documentDate) {
    this.documentDate = documentDate;
  }

  public LocalDate getFirstReceivedOn() {
    return firstReceivedOn;
  }

  public void setFirstReceivedOn(LocalDate firstReceivedOn) {
    this.firstReceivedOn = firstReceivedOn;
  }

  public LocalDate getArrivalDate() {
    return arrivalDate;
  }

  public void setArrivalDate(LocalDate arrivalDate) {
    this.arrivalDate = arrivalDate;
  }

  public LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(LocalDate deadline) {
    this.deadline = deadline;
  }

  public String getDeadlineReason() {
    return deadlineReason;
  }

  public void setDeadlineReason(String deadlineReason) {
    this.deadlineReason = deadlineReason;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(String assignee) {
    this.assignee = assignee;
  }

  public List<String> getCopies() {
    return copies;
  }

  public void setCopies(List<String> copies) {
    this.copies = copies == null ? List.of() : copies;
  }

  public boolean isConfidential() {
    return confidential;
  }

  public void setConfidential(boolean confidential) {
    this.confidential = confidential;
  }

  public boolean isSensitive() {
    return sensitive;
  }

  public void setSensitive(boolean sensitive) {
    this.sensitive = sensitive;
  }

  public boolean isToQualify() {
    return toQualify;
  }

  public void setToQualify(boolean toQualify) {
    this.toQualify = toQualify;
  }
}
