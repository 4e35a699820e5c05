package fr.vaguemestre.extraction.tika;

import fr.vaguemestre.extraction.ContentType;
import fr.vaguemestre.extraction.ContentTypes;
import fr.vaguemestre.extraction.PageRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Thumbnails of PDFs by poppler; of pictures, their PDF, and marks on copies by a child JVM. */
public final class PopplerPageRenderer implements PageRenderer {

  private static final Duration PDF_OF_IMAGES = Duration.ofSeconds(120);

  private static final Duration MARK = Duration.ofSeconds(20);

  private final ExtractionSettings settings;
  private final Sandbox sandbox;

  public PopplerPageRenderer(ExtractionSettings settings, Tools tools) {
    this.settings = settings;
    this.sandbox = new Sandbox(settings, tools, ChildClassPath.in(settings.work()));
  }

  @Override
  public Optional<Path> thumbnail(Path file, String mediaType, Path folder) {
    return render(
        file,
        folder,
        "thumbnail.jpg",
        (type, job) -> {
          if (type == ContentType.PDF && sandbox.tools().program("pdftoppm").isPresent()) {
            var words =
                List.of(
                    "pdftoppm",
                    "-jpeg",
                    "-f",
                    "1",
                    "-l",
                    "1",
                    "-singlefile",
                    "-scale-to",
                    "340",
                    file.toAbsolutePath().toString(),
                    job.resolve("thumbnail").toString());
            return sandbox.program(job, settings.pageTimeout(), words).ok();
          }
          return type.isImage()
              && sandbox
                  .pictures(
                      job,
                      settings.pageTimeout(),
                      List.of(
                          "thumbnail",
                          file.toAbsolutePath().toString(),
                          job.resolve("thumbnail.jpg").toString()))
                  .ok();
        });
  }

  @Override
  public Optional<Path> pdfOfImages(Path file, String mediaType, Path folder) {
    return render(
        file,
        folder,
        "images.pdf",
        (type, job) ->
            type.isImage()
                && sandbox
                    .pictures(
                        job,
                        PDF_OF_IMAGES,
                        List.of(
                            "pdf",
                            file.toAbsolutePath().toString(),
                            job.resolve("images.pdf").toString()))
                    .ok());
  }

  @Override
  public Optional<Path> marked(Path file, String words, Path folder) {
    return render(
        file,
        folder,
        "copy.pdf",
        (type, job) ->
            type == ContentType.PDF
                && sandbox
                    .ours(
                        job,
                        MARK,
                        "CopyMark",
                        List.of(
                            file.toAbsolutePath().toString(),
                            Files.writeString(job.resolve("words.txt"), words).toString(),
                            job.resolve("copy.pdf").toString()))
                    .ok());
  }

  private interface Rendering {
    boolean into(ContentType type, WorkFolder job) throws IOException;
  }

  private Optional<Path> render(Path file, Path folder, String name, Rendering rendering) {
    try (var job = new WorkFolder(settings.work().resolve("tmp"))) {
      var type = ContentTypes.detect(file, "").type();
      var result = job.resolve(name);
      if (type == null || !rendering.into(type, job) || !Files.isRegularFile(result)) {
        return Optional.empty();
      }
      var target = Files.createTempFile(Files.createDirectories(folder), "", "-" + name);
      return Optional.of(Files.move(result, target, StandardCopyOption.REPLACE_EXISTING));
    } catch (IOException e) {
      throw new IllegalStateException("extraction: cannot read or write " + file, e);
    }
  }
}
