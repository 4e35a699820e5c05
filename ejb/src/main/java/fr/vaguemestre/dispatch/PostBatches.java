package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.dispatch.pdf.PostPrint;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.reply.ReplyVersion;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.task.TaskFile;
import fr.vaguemestre.task.TaskMaterial;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signed replies that wait for the post, and their print (SEN1). Printing changes nothing: what
 * was printed and not said to be posted goes on waiting.
 */
@Stateless
public class PostBatches {
  /** The most letters shown, the first to have arrived before the others. */
  public static final int MOST = 100;

  /** Letters looked at to find them: of some, the circuit says that others send them. */
  private static final int CANDIDATES = 500;

  @Inject CorrespondenceActions actions;
  @Inject Dispatches dispatches;
  @Inject Drafts drafts;
  @Inject TaskMaterial material;
  @Inject Database database;
  @Inject ContentStore store;
  @Inject Tenants tenants;

  /** Those this reader may send and whose channel is the post, in the order of their arrival. */
  public List<PostLine> waiting(Reader reader) {
    return waiting(reader, sql("true"));
  }

  /**
   * What surely leaves by mail is left out by the database; the rest is asked letter by letter.
   * What left as an interim reply waits for another, not for the post.
   */
  private List<PostLine> waiting(Reader reader, Statement which) {
    reader.need(Right.SEND);
    var ids =
        database.list(
            sql(
                    """
                    select c.id from correspondence c
                      left join tenant n on n.id = c.tenant_id
                      left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
                      left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
                     where not c.closed and exists (select 1 from circuit_transition t where t.tenant_id = c.tenant_id
                       and t.circuit_version_id = c.circuit_version_id and t.from_state = c.state and t.action = 'SEND')
                       and (c.channel = any(?) or coalesce(u.email, n.email) is null or coalesce(k.email, '') !~ ? or k.electronic_refused) and
                    """,
                    Dispatches.ON_PAPER.stream().map(Enum::name).toList(),
                    SendingMails.ADDRESS)
                .add(which)
                .add("and")
                .add(Visibility.condition("c", reader))
                .add("order by c.arrival_date, c.id limit ?", CANDIDATES),
            row -> row.number("id"));
    return ids.stream()
        .filter(id -> dispatches.proposed(reader, id).means() == Means.POST)
        .filter(id -> actions.offers(reader, id, Action.SEND))
        .filter(id -> !dispatches.leftInterim(drafts.last(id).orElseThrow().id()))
        .limit(MOST)
        .map(id -> line(actions.visible(reader, id)))
        .toList();
  }

  /**
   * Writes one PDF: for each reply an address sheet, and the reply unless it was signed on paper.
   * Files that leave with it are to be printed apart ({@link PostLine#apart}).
   *
   * @param duplex a blank page where a sheet of paper printed on both sides would begin on its back
   * @throws Refusal on {@code pick} when none is chosen; STALE when one has changed since it was
   *     seen, or waits no more
   */
  public void print(Reader reader, List<PostItem> chosen, boolean duplex, Path out)
      throws IOException {
    refuseNone(chosen);
    Map<Long, PostLine> waiting =
        waiting(reader, sql("c.id = any(?)", chosen.stream().map(PostItem::id).toList())).stream()
            .collect(Collectors.toMap(PostLine::id, Function.identity()));
    for (var item : chosen) {
      var line = waiting.get(item.id());
      if (line == null || line.version() != item.version() || !line.ready()) {
        throw Refusal.stale();
      }
    }
    PostPrint.write(
        chosen.stream().map(item -> envelope(reader, waiting.get(item.id()), item)).toList(),
        duplex,
        out);
  }

  static void refuseNone(List<PostItem> chosen) {
    if (chosen.isEmpty()) {
      throw Refusal.field("pick", "dispatch.post-none");
    }
  }

  private PostLine line(Correspondence letter) {
    var version = drafts.last(letter.id()).orElseThrow();
    var sender = letter.sender();
    return new PostLine(
        letter.id(),
        letter.version(),
        letter.chrono(),
        letter.subject(),
        sender == null ? null : sender.name(),
        sender == null
            ? List.of()
            : PostalAddress.of(sender).map(PostalAddress::lines).orElse(List.of()),
        byHand(version),
        material.joined(letter.id()).stream().map(TaskFile::name).toList());
  }

  private boolean byHand(ReplyVersion version) {
    return database.count(
            sql(
                "select count(*) as count from signature_proof where reply_version_id = ? and kind = 'HANDWRITTEN_SCAN'",
                version.id()))
        > 0;
  }

  private PostPrint.Envelope envelope(Reader reader, PostLine line, PostItem item) {
    var letter = actions.visible(reader, line.id());
    var town = tenants.current();
    return new PostPrint.Envelope(
        Stream.of(letter.unit().label(), town.name(), town.address())
            .filter(Objects::nonNull)
            .toList(),
        line.address(),
        line.chrono(),
        item.registeredNumber(),
        line.byHand() ? null : file(drafts.last(line.id()).orElseThrow()));
  }

  private Path file(ReplyVersion version) {
    try {
      return store.file(TenantContext.required(), version.signedSha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
