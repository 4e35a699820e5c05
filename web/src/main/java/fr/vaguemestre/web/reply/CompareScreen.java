package fr.vaguemestre.web.reply;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.Comparison;
import fr.vaguemestre.reply.Replies;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * reply/compare.xhtml: {@code id} of the letter, {@code from} and {@code to} numbers of versions,
 * the one before when {@code from} is absent.
 */
@Named
@RequestScoped
public class CompareScreen {
  @Inject HttpServletRequest request;
  @Inject Replies replies;
  @Inject CurrentReader reader;
  private long letter;
  private int from;
  private int to;
  private List<Comparison.Piece> pieces;

  @PostConstruct
  void read() {
    letter = number(request.getParameter("id"));
    to = (int) number(request.getParameter("to"));
    var other = request.getParameter("from");
    from = other == null ? to - 1 : (int) number(other);
    pieces = replies.compare(reader.get(), letter, from, to);
  }

  private static long number(String written) {
    try {
      return Long.parseLong(String.valueOf(written));
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }

  public long getLetter() {
    return letter;
  }

  public int getFrom() {
    return from;
  }

  public int getTo() {
    return to;
  }

  public List<Comparison.Piece> getPieces() {
    return pieces;
  }

  /** Not a word was changed. */
  public boolean isSame() {
    return pieces.stream().allMatch(piece -> piece.kind() == Comparison.Kind.SAME);
  }
}
