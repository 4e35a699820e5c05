package fr.vaguemestre.api.circuit;

import fr.vaguemestre.circuit.Action;
import java.util.List;
import java.util.function.Consumer;

/** How a program does one action: the fields it gives and the service that does it. */
public record Deed(Action action, List<Input> inputs, Consumer<Attempt> how) {

  public static Deed of(Action action, Consumer<Attempt> how, Input... inputs) {
    return new Deed(action, List.of(inputs), how);
  }

  /**
   * A field of the request's JSON object.
   *
   * @param type {@code text}, {@code date}, {@code flag}, {@code number}, {@code unit} (a code),
   *     {@code agent} (a login), {@code template} (a code), {@code steps}, {@code texts}, {@code
   *     object}, {@code objects}, {@code file} (a part of a multipart request), or values apart by
   *     bars
   */
  public record Input(String name, String type, boolean required) {
    public static Input needed(String name, String type) {
      return new Input(name, type, true);
    }

    public static Input optional(String name, String type) {
      return new Input(name, type, false);
    }
  }
}
