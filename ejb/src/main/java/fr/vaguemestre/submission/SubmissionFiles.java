package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.platform.db.Database;
import java.util.List;

/** The files of a submission, by the address of their bytes. */
final class SubmissionFiles {
  private SubmissionFiles() {}

  /**
   * @param addition what they came with later; null for the submission itself
   */
  static void write(Database database, long submission, Long addition, List<IncomingFile> files) {
    int position = 0;
    for (var file : files) {
      database.update(
          sql(
              """
              insert into submission_file (id, submission_id, addition_id, position, name, media_type, size_bytes, sha256)
              values (nextval('row_id'), ?, ?::bigint, ?, ?, ?, ?, ?)
              """,
              submission,
              addition,
              position++,
              file.name(),
              file.mediaType(),
              file.size(),
              file.sha256()));
    }
  }
}
