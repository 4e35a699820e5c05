package fr.vaguemestre.retention;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.retention.pdf.ListPaper;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.transfer.CsvFile;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A list on paper and as CSV, in French, for the archives, and the attestation on paper. */
@Stateless
public class Bordereaux {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @Inject RetentionLists lists;
  @Inject Tenants tenants;

  /** A file and the name to save it under. */
  public record FileMade(String name, String mediaType, byte[] bytes) {}

  public FileMade csv(Reader reader, long id) {
    var opened = lists.one(reader, id);
    return new FileMade(
        "bordereau-" + opened.list().number() + ".csv",
        "text/csv; charset=UTF-8",
        CsvFile.write(Bordereau.columns(), Bordereau.rows(opened.lines())));
  }

  public FileMade pdf(Reader reader, long id) {
    var opened = lists.one(reader, id);
    var list = opened.list();
    var town = tenants.current();
    var paper = new ListPaper(town.name() + " · " + list.number());
    paper.heading(
        (list.kind() == Disposition.DESTROY
                ? "Bordereau d’élimination "
                : "Bordereau de versement ")
            + list.number());
    paper.text(town.name());
    paper.text(
        list.signedAt() == null
            ? "Projet : ce bordereau n’est pas signé."
            : "%s le %s par %s. SHA-256 : %s"
                .formatted(
                    list.kind() == Disposition.DESTROY ? "Signé" : "Remis",
                    DAY.format(LocalDate.ofInstant(list.signedAt(), town.zone())),
                    list.signer(),
                    list.signedSha256()));
    paper.text(
        "%d courriers, %d octets."
            .formatted(
                opened.lines().size(),
                opened.lines().stream().mapToLong(RetentionLine::bytes).sum()));
    paper.table(Bordereau.columns(), Bordereau.rows(opened.lines()));
    return new FileMade("bordereau-" + list.number() + ".pdf", "application/pdf", paper.bytes());
  }

  /**
   * @throws Refusal NOT_FOUND before everything is settled
   */
  public FileMade attestation(Reader reader, long id) {
    var list = lists.one(reader, id).list();
    if (list.attestation() == null) {
      throw Refusal.notFound();
    }
    var paper = new ListPaper(tenants.current().name() + " · " + list.number());
    paper.heading("Attestation de destruction " + list.number());
    paper.text(list.attestation());
    paper.text("SHA-256 de ce texte, inscrit au journal : " + list.attestationSha256());
    return new FileMade("attestation-" + list.number() + ".pdf", "application/pdf", paper.bytes());
  }
}
