package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** REP2: LibreOffice itself opens the draft by its address, saves twice, closes. */
@Journey
class LibreOfficeEditingIT {
  private static final String MODULE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
      <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
      %s
      </script:module>
      """;

  /** Leaves a word in a file of how it went. */
  private static final String MACRO =
      """
      Sub Edit(address As String, result As String)
        Dim hidden(0) As New com.sun.star.beans.PropertyValue
        Dim document As Object
        Dim said As String
        hidden(0).Name = "Hidden"
        hidden(0).Value = True
        On Error GoTo Failed
        said = "not opened"
        document = StarDesktop.loadComponentFromURL(address, "_blank", 0, hidden())
        said = "read-only"
        If Not document.isReadonly() Then
          said = "not saved"
          document.getText().insertString(document.getText().getEnd(), "Premier ajout.", False)
          document.store()
          document.getText().insertString(document.getText().getEnd(), "Second ajout.", False)
          document.store()
          said = "saved"
        End If
        document.close(True)
      Failed:
        Open result For Output As #1
        Print #1, said
        Close #1
        StarDesktop.terminate()
      End Sub
      """;

  @Test
  void REP2_libreoffice_saves_a_version_by_the_address_and_frees_it(@TempDir Path folder)
      throws Exception {
    var reply = AReply.drafted("Une réponse ouverte par LibreOffice");
    var word = Dav.opened("assistante", reply.id());
    assertThat(edit(folder, word.address())).isEqualTo("saved");
    var last = reply.last();
    assertThat(last.getInt("number")).isEqualTo(2);
    assertThat(last.getString("author")).isEqualTo("Amélie Lantier");
    ATown.until(reply::last, v -> v.getString("conversion").equals("DONE"));
    assertThat(
            ATown.texts(
                "select body from reply_version v join reply r on r.tenant_id = v.tenant_id and r.id = v.reply_id"
                    + " where v.number = 2 and r.correspondence_id = "
                    + reply.id()))
        .allMatch(body -> body.contains("Premier ajout.") && body.contains("Second ajout."));
    assertThat(
            ATown.number("select count(*) from draft_lock where correspondence_id = " + reply.id()))
        .as("closing the document frees it")
        .isZero();
  }

  @Test
  void REP2_libreoffice_opens_read_only_what_somebody_else_has_open(@TempDir Path folder)
      throws Exception {
    var reply = AReply.drafted("Une réponse déjà ouverte ailleurs");
    var word = Dav.opened("assistante", reply.id());
    Dav.opened("p.merle", reply.id()).lock();
    assertThat(edit(folder, word.address())).isNotIn("saved", "not saved");
    assertThat(reply.last().getInt("number")).isEqualTo(1);
  }

  private static String edit(Path folder, String address) throws Exception {
    run(folder, "--terminate_after_init");
    Files.writeString(
        folder.resolve("profile/user/basic/Standard/Module1.xba"),
        MODULE.formatted(MACRO.replace("\"", "&quot;")));
    var result = folder.resolve("result.txt");
    run(folder, "macro:///Standard.Module1.Edit(\"" + address + "\",\"" + result + "\")");
    return Files.readString(result).strip();
  }

  private static void run(Path folder, String what) throws Exception {
    var said = folder.resolve("soffice.txt");
    var process =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                what)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(ended).as("soffice ends; it said " + Files.readString(said)).isTrue();
  }
}
