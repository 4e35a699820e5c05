package fr.vaguemestre.web.passage;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.passage.Passages;
import fr.vaguemestre.platform.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** admin/passage.xhtml: {@code from} is the number of the version that letters leave. */
@Named
@ViewScoped
public class PassageScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Passages passages;
  @Inject CurrentReader reader;
  private int from;
  private List<Passages.Line> lines;
  private final Map<String, String> becomes = new HashMap<>();
  private boolean tried;

  @PostConstruct
  void read() {
    var wanted = request.getParameter("from");
    if (wanted == null || !wanted.matches("\\d{1,9}")) {
      throw Refusal.notFound();
    }
    from = Integer.parseInt(wanted);
    lines = passages.lines(reader.get(), from);
    lines.forEach(line -> becomes.put(line.code(), line.proposed()));
  }

  /** Counts again what would move; nothing is changed. */
  public void tryIt() {
    lines = passages.lines(reader.get(), from);
    tried = true;
  }

  public String move() {
    long id = passages.ask(reader.get(), from, wished());
    return "/admin/passage-run.xhtml?faces-redirect=true&id=" + id;
  }

  private Map<String, String> wished() {
    var wished = new HashMap<String, String>();
    becomes.forEach(
        (code, target) -> {
          if (target != null && !target.isEmpty()) {
            wished.put(code, target);
          }
        });
    return wished;
  }

  /** How many letters of this state would move. */
  public long moving(Passages.Line line) {
    var target = wished().get(line.code());
    return target == null ? 0 : line.letters() - line.left(target);
  }

  public long left(Passages.Line line) {
    var target = wished().get(line.code());
    return target == null ? line.letters() : line.left(target);
  }

  public long getTotal() {
    return lines.stream().mapToLong(this::moving).sum();
  }

  public int getFrom() {
    return from;
  }

  public List<Passages.Line> getLines() {
    return lines;
  }

  /** By the code of a state, the code of what it becomes; none when it stays. */
  public Map<String, String> getBecomes() {
    return becomes;
  }

  public boolean isTried() {
    return tried;
  }
}
