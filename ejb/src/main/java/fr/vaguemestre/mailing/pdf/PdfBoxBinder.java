package fr.vaguemestre.mailing.pdf;

import fr.vaguemestre.mailing.Binder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** On disk, not in memory: a mailing may have thousands of pages. */
@ApplicationScoped
public class PdfBoxBinder implements Binder {
  @Override
  public void bind(List<Path> documents, OutputStream out) throws IOException {
    var merger = new PDFMergerUtility();
    merger.setDestinationStream(out);
    for (var document : documents) {
      merger.addSource(document.toFile());
    }
    merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
  }
}
