import fr.portal.soap.AddPieceRequest;
import fr.portal.soap.DocumentsRequest;
import fr.portal.soap.File;
import fr.portal.soap.Person;
import fr.portal.soap.PostalAddress;
import fr.portal.soap.ProblemFault;
import fr.portal.soap.ReplyRequest;
import fr.portal.soap.StatusRequest;
import fr.portal.soap.SubmitRequest;
import fr.portal.soap.Submissions;
import fr.portal.soap.SubmissionsPortType;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.soap.MTOMFeature;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

/**
 * A partner's program over the client that was generated from the published WSDL: address of the
 * WSDL, login, secret, key, bytes of the attachment. What each call gave is a line.
 */
public class Caller {
  public static void main(String[] args) throws Exception {
    var service = new Submissions(URI.create(args[0]).toURL());
    var port = service.getSubmissionsMtomPort(new MTOMFeature(0));
    var request = ((BindingProvider) port).getRequestContext();
    request.put(BindingProvider.USERNAME_PROPERTY, args[1]);
    request.put(BindingProvider.PASSWORD_PROPERTY, args[2]);
    var wish = wish(args[3], Integer.parseInt(args[4]));
    var submitted = port.submit(wish);
    long id = submitted.getSubmission();
    say("submission", id);
    say("acknowledgement", submitted.getAcknowledgement().getKind());
    say("again", port.submit(wish(args[3], Integer.parseInt(args[4]))).getSubmission());
    var piece = new AddPieceRequest();
    piece.setSubmission(id);
    piece.getFile().add(file("domicile.txt", "facture".getBytes("UTF-8")));
    say("addition", port.addPiece(piece).getAddition());
    var status = new StatusRequest();
    status.setTrackingCode(submitted.getTrackingCode());
    say("label", port.status(status).getLabel());
    var documents = new DocumentsRequest();
    documents.setSubmission(id);
    for (var document : port.documents(documents).getDocument()) {
      documents.setDocument(document.getId());
      var whole = port.documents(documents).getDocument().get(0);
      long length = 0;
      try (var in = whole.getContent().getInputStream()) {
        length = in.transferTo(OutputStream.nullOutputStream());
      }
      say("document", document.getName() + " " + length + " " + whole.getSize());
    }
    var reply = new ReplyRequest();
    reply.setSubmission(id);
    say("reply", port.reply(reply).getReply());
    refused(port);
  }

  private static SubmitRequest wish(String key, int length) throws Exception {
    var address = new PostalAddress();
    address.setStreet("14 bis, chemin de la Tuilerie");
    address.setPostcode("25970");
    address.setCity("Pontarlieu");
    var person = new Person();
    person.setFirstName("Geneviève");
    person.setLastName("Quatresols");
    person.setEmail("g.q@example.fr");
    person.setPostalAddress(address);
    var wish = new SubmitRequest();
    wish.setIdempotencyKey(key);
    wish.setType("DIVERS");
    wish.setSubject("Banc cassé");
    wish.setPerson(person);
    wish.getFile().add(file("plan.txt", "x".repeat(length).getBytes("UTF-8")));
    return wish;
  }

  private static File file(String name, byte[] bytes) {
    var file = new File();
    file.setName(name);
    file.setContent(new DataHandler(new Bytes(name, bytes)));
    return file;
  }

  private static void refused(SubmissionsPortType port) {
    var nobody = new StatusRequest();
    nobody.setSubmission(1L);
    try {
      port.status(nobody);
      say("refused", "no");
    } catch (ProblemFault fault) {
      say("refused", fault.getFaultInfo().getStatus() + " " + fault.getFaultInfo().getCode());
    }
    var wrong = new SubmitRequest();
    wrong.setType("DIVERS");
    wrong.setSubject("x");
    wrong.setPerson(new Person());
    try {
      port.submit(wrong);
      say("wrong", "no");
    } catch (ProblemFault fault) {
      var fields = new java.util.TreeSet<String>();
      fault.getFaultInfo().getError().forEach(error -> fields.add(error.getField()));
      say("wrong", fault.getFaultInfo().getStatus() + " " + fields);
    }
  }

  private static void say(String name, Object value) {
    System.out.println(name + "=" + value);
  }

  private record Bytes(String getName, byte[] bytes) implements DataSource {
    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getContentType() {
      return "application/octet-stream";
    }
  }
}
