package io.memu4j.migrations;

import java.nio.file.Files;
import java.nio.file.Path;

/** Migrates in a process of its own: URL, user, password and, if it shall wait for it, a file that says go. */
final class MigrateMain {
    private MigrateMain() {}

    public static void main(String[] arguments) throws Exception {
        String user = arguments[1].equals("-") ? null : arguments[1];
        if (arguments.length > 3) {
            Files.createFile(
                    Path.of(arguments[3] + "." + ProcessHandle.current().pid()));
            while (!Files.exists(Path.of(arguments[3]))) {
                Thread.sleep(5);
            }
        }
        try {
            MigrationReport report = MemoryMigrations.migrate(arguments[0], user, user == null ? null : arguments[2]);
            System.out.println("applied " + report.applied().size());
        } catch (MigrationException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
