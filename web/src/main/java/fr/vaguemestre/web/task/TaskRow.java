package fr.vaguemestre.web.task;

import java.time.LocalDate;

/** A row of the form that splits a letter: which unit, what is asked, by when. */
public class TaskRow {
  private String unit;
  private String question;
  private LocalDate dueOn;

  boolean empty() {
    return blank(unit) && blank(question);
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
