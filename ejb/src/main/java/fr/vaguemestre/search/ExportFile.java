package fr.vaguemestre.search;

import fr.vaguemestre.platform.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of results between its making and its download: whole before its first byte leaves. It has
 * no name on the disk once it is open, so that a server that is killed leaves none behind; how many
 * there are and how long they get is bounded.
 */
public final class ExportFile implements Closeable {
  /** Bytes of one file. */
  static final long LONGEST = 256L << 20;

  /** Files at a time, of one town and of one agent: each stays until its download ends. */
  static final int MOST = 8;

  static final int MOST_OF_TOWN = 4;
  static final int MOST_OF_ONE = 2;

  /** For whom a file is there, once for each; guards itself. */
  private static final List<Owner> HERE = new ArrayList<>();

  private final Owner owner;
  private final long longest;
  private final FileChannel channel;
  private boolean closed;

  private record Owner(int town, long agent) {}

  private ExportFile(Owner owner, long longest, FileChannel channel) {
    this.owner = owner;
    this.longest = longest;
    this.channel = channel;
  }

  /**
   * @throws Refusal when too many are being made or downloaded, by the agent, the town or all
   */
  static ExportFile open(int town, long agent) throws IOException {
    return open(town, agent, LONGEST);
  }

  static ExportFile open(int town, long agent, long longest) throws IOException {
    var owner = new Owner(town, agent);
    enter(owner);
    try {
      var path = Files.createTempFile("vaguemestre-export-", ".part");
      return new ExportFile(
          owner,
          longest,
          FileChannel.open(
              path,
              StandardOpenOption.WRITE,
              StandardOpenOption.READ,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException failed) {
      leave(owner);
      throw failed;
    }
  }

  private static void enter(Owner owner) {
    synchronized (HERE) {
      if (HERE.stream().filter(owner::equals).count() >= MOST_OF_ONE) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "search.export-busy");
      }
      if (HERE.stream().filter(other -> other.town() == owner.town()).count() >= MOST_OF_TOWN) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "search.export-busy-town");
      }
      if (HERE.size() >= MOST) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "search.export-busy");
      }
      HERE.add(owner);
    }
  }

  private static void leave(Owner owner) {
    synchronized (HERE) {
      HERE.remove(owner);
    }
  }

  /** Where it is written; a {@link Refusal} of what would make it longer than a file may be. */
  OutputStream out() {
    return new Bounded();
  }

  public long size() throws IOException {
    return channel.size();
  }

  /** Copies the whole of it. */
  public void copyTo(OutputStream out) throws IOException {
    channel.position(0);
    Channels.newInputStream(channel).transferTo(out);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      leave(owner);
      channel.close();
    }
  }

  /** Closing it leaves the file open: it is read afterwards. */
  private final class Bounded extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (channel.position() + count > longest) {
        throw new Refusal("search.export-too-long");
      }
      var left = ByteBuffer.wrap(bytes, from, count);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }
}
