package fr.vaguemestre.jobs;

import fr.vaguemestre.installation.CommandLine;
import fr.vaguemestre.installation.PlatformCall;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * {@code vaguemestre job start|stop|restart NAME}, {@code job status [NAME]}: asks the running
 * server, on behalf of an operator ({@code --as ACCOUNT@CODE}) and for their town. Ends with 1 when
 * the server said no, {@code status NAME} with 2 when the job's last run failed.
 */
public final class JobCommand {
  private static final String USAGE = "job start|stop|restart NOM | job status [NOM]";
  private static final int FAILED = 2;

  private final PlatformCall server;

  private JobCommand(Map<String, String> options) {
    this.server = new PlatformCall(options, System.getenv());
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      System.exit(new JobCommand(options(arguments)).run(CommandLine.words(arguments)));
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      say("Le serveur ne répond pas : démarrez-le (./vaguemestre start), puis recommencez.");
      System.exit(1);
    }
  }

  /** {@code --as ACCOUNT} or {@code --as=ACCOUNT}. */
  static Map<String, String> options(String... arguments) {
    try {
      return CommandLine.options(Set.of("as"), arguments);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(USAGE + " [--as COMPTE@CODE]", e);
    }
  }

  private int run(String... words) throws IOException, InterruptedException {
    var deed = words.length == 0 ? "" : words[0] + " " + words.length;
    return switch (deed) {
      case "start 2", "stop 2", "restart 2" ->
          told(server.post(path(words[1]) + "/" + words[0], JsonObject.EMPTY_JSON_OBJECT));
      case "status 1" -> {
        for (var job : server.get("/v1/jobs").getJsonArray("items").getValuesAs(JsonObject.class)) {
          told(job);
        }
        yield 0;
      }
      case "status 2" -> told(server.get(path(words[1])));
      default -> throw new IllegalArgumentException(USAGE);
    };
  }

  private static String path(String job) {
    if (!job.matches("[a-z-]{1,40}")) {
      throw new IllegalArgumentException("Ce n’est pas le nom d’un traitement : " + job);
    }
    return "/v1/jobs/" + job;
  }

  private static int told(JsonObject job) {
    say(line(job));
    return job.get("last") instanceof JsonObject last && "FAILED".equals(last.getString("state"))
        ? FAILED
        : 0;
  }

  /** {@code consistency : RUNNING, 120 / 4096, 2 écartés, 0 trouvés}. */
  static String line(JsonObject job) {
    var name = job.getString("name") + " : ";
    if (!(job.get("last") instanceof JsonObject last)) {
      return name + "jamais lancé";
    }
    var text =
        new StringBuilder(name)
            .append(last.getString("state"))
            .append(", %d / %d".formatted(number(last, "done"), number(last, "total")))
            .append(", %d écartés".formatted(number(last, "skipped")))
            .append(", %d trouvés".formatted(number(last, "found")));
    if (last.getOrDefault("failure", JsonValue.NULL) != JsonValue.NULL) {
      text.append("\n  ").append(last.getString("failure"));
    }
    return text.toString();
  }

  private static long number(JsonObject json, String name) {
    return json.getOrDefault(name, Json.createValue(0)) instanceof JsonNumber n ? n.longValue() : 0;
  }

  @SuppressWarnings("SystemOut") // a command speaks on its standard output
  private static void say(String text) {
    System.out.println(text);
  }
}
