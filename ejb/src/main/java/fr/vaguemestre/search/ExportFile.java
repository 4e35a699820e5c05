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

  /** Files at a time, and of one agent: each stays until its download ends. */
  static final int MOST = 8;

  static final int MOST_OF_ONE = 2;

  /** The agents for whom a file is there, once for each; guards itself. */
  private static final List<Long> HERE = new ArrayList<>();

  private final Long agent;
  private final long longest;
  private final FileChannel channel;
  private boolean closed;

  private ExportFile(long agent, long longest, FileChannel channel) {
    this.agent = agent;
    this.longest = longest;
    this.channel = channel;
  }

  /**
   * @throws Refusal when too many are being made or downloaded
   */
  static ExportFile open(long agent) throws IOException {
    return open(agent, LONGEST);
  }

  static ExportFile open(long agent, long longest) throws IOException {
    enter(agent);
    try {
      var path = Files.createTempFile("vaguemestre-export-", ".part");
      return new ExportFile(
          agent,
          longest,
          FileChannel.open(
              path,
              StandardOpenOption.WRITE,
              StandardOpenOption.READ,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException failed) {
      leave(agent);
      throw failed;
    }
  }

  private static void enter(Long agent) {
    synchronized (HERE) {
      if (HERE.size() >= MOST || HERE.stream().filter(agent::equals).count() >= MOST_OF_ONE) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "search.export-busy");
      }
      HERE.add(agent);
    }
  }

  private static void leave(Long agent) {
    synchronized (HERE) {
      HERE.remove(agent);
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
      leave(agent);
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
