package fr.vaguemestre.batch.demo;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the towns and letters shipped under {@code demo/} on the class path. */
public final class DemoData {
  /** The towns shipped, in loading order: the first is the one the documentation shows. */
  public static final List<String> TOWNS = List.of("pontarlieu", "vauclair");

  private DemoData() {}

  /** The town of that name; one of {@link #TOWNS}. */
  public static DemoTown town(String name) {
    return read("town-" + name + ".json", DemoTown.class);
  }

  /** The letters of that town, in the order they arrived. */
  public static List<DemoLetter> letters(String name) {
    return List.of(read("letters-" + name + ".json", DemoLetter[].class));
  }

  private static <T> T read(String file, Class<T> type) {
    try (InputStream in = DemoData.class.getResourceAsStream("/demo/" + file);
        Jsonb jsonb = JsonbBuilder.create()) {
      if (in == null) {
        throw new IllegalArgumentException("no such demo file: " + file);
      }
      return jsonb.fromJson(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("closing the JSON reader", e);
    }
  }
}
