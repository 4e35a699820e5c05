package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.template.AnswerLine;
import fr.vaguemestre.template.StandardAnswers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/answers.xhtml */
@Named
@RequestScoped
public class AnswersScreen {
  @Inject StandardAnswers answers;
  @Inject CurrentReader reader;
  private List<AnswerLine> all;

  @PostConstruct
  void read() {
    all = answers.managed(reader.get());
  }

  public List<AnswerLine> getAll() {
    return all;
  }
}
