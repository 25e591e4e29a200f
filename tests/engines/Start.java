import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Runs Neo4j Community until standard input ends, so that a killed test session leaves neither server nor files. */
public class Start {
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0].substring("--home-dir=".length()));
        Thread watch = new Thread(() -> {
            waitForEnd();
            delete(home);
            Runtime.getRuntime().halt(0);
        });
        watch.setDaemon(true);
        watch.start();
        org.neo4j.server.NeoBootstrapper.start(new org.neo4j.server.CommunityBootstrapper(), arguments);
    }

    private static void waitForEnd() {
        try {
            while (System.in.read() != -1) {
                // nothing is ever sent: only the end matters
            }
        } catch (IOException gone) {
            // as good as the end
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | java.io.UncheckedIOException left) {
            // a file that is written at this moment: the rest is in the system's folder for temporary files
        }
    }
}
