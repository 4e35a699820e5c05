package fr.vaguemestre.web.task;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.task.Tasks;
import fr.vaguemestre.web.storage.Streamed;
import fr.vaguemestre.web.storage.StreamingServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** {@code /task/file?id=&task=}: the file given with the answer to a task. */
@WebServlet("/task/file")
public class TaskServlet extends StreamingServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Tasks tasks;

  @Override
  protected Streamed.Piece piece(Reader reader, HttpServletRequest request) {
    var file = tasks.file(reader, number(request, "id"), number(request, "task"));
    return new Streamed.Piece(file.name(), file.mediaType(), file.sha256());
  }
}
