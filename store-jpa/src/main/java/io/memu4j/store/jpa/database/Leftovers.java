package io.memu4j.store.jpa.database;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What programs that were interrupted left near a database: backups and exports that were not completed, files of a compaction, a restore
 * or a migration. Looked for in the database's folder, in the folders within it, and in a folder {@code backups} beside it.
 *
 * @param file the database file
 */
record Leftovers(Path file) {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern BACKUP = Pattern.compile("\\..+\\." + ID + "\\.partial");
    private static final String RESTORE = ".memu-restore.";
    private static final Pattern LOCK = Pattern.compile(BACKUP.pattern() + "\\.lock");
    private static final Pattern EXPORT = Pattern.compile("\\..+\\." + ID + "\\.tmp");
    private static final List<String> MAINTENANCE =
            List.of(".tmp", ".partial", ".new", ".newFile", ".tempFile", ".temp.db", ".restore", "-journal");

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return findings;
        }
        try {
            for (Path left : matching(folder, this::isOfMaintenance)) {
                findings.add(left("The file " + left + " was left by maintenance that did not end.", "compaction"));
            }
            for (Path place : places(folder)) {
                for (Path left : matching(place, this::isOfExport)) {
                    findings.add(left("The file " + left + " is of an export that did not end.", "export"));
                }
                for (Path left : matching(place, path -> isFolder(path) && name(path, BACKUP))) {
                    findings.add(
                            left("The folder " + left + " is of a " + work(left) + " that did not end.", work(left)));
                }
                for (Path left : matching(place, path -> isFile(path) && name(path, LOCK) && !hasFolder(path))) {
                    findings.add(
                            left("The file " + left + " is of a " + work(left) + " that did not end.", work(left)));
                }
            }
        } catch (IOException e) {
            findings.add(Finding.of(
                    Area.FILES, "The folder " + folder + " cannot be listed.", "Give the user the right to read it."));
        }
        return findings;
    }

    private static Finding left(String problem, String work) {
        return Finding.of(
                Area.FILES,
                problem,
                "When no backup, restore, export or compaction runs, delete it: this " + work + " cannot be resumed.");
    }

    private static String work(Path draft) {
        return String.valueOf(draft.getFileName()).startsWith(RESTORE) ? "restore" : "backup";
    }

    /** Drafts of the marks beside a folder of copies have such names too. */
    private boolean isOfExport(Path path) {
        Path folder = path.getParent();
        return isFile(path)
                && name(path, EXPORT)
                && !isOfMaintenance(path)
                && !(folder != null && String.valueOf(folder.getFileName()).endsWith(".databases"));
    }

    private static List<Path> places(Path folder) throws IOException {
        List<Path> places = new ArrayList<>(List.of(folder));
        places.addAll(matching(folder, path -> isFolder(path) && Files.isReadable(path)));
        Path beside = folder.resolveSibling("backups");
        if (isFolder(beside) && !beside.equals(folder)) {
            places.add(beside);
        }
        return places;
    }

    private static List<Path> matching(Path folder, Predicate<Path> condition) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(condition).sorted().toList();
        }
    }

    private boolean isOfMaintenance(Path path) {
        String database = String.valueOf(file.getFileName());
        String name = String.valueOf(path.getFileName());
        return isFile(path)
                && !name.equals(database)
                && (name.startsWith(database) || name.startsWith("." + database))
                && MAINTENANCE.stream().anyMatch(name::endsWith);
    }

    /** Whether it is the lock of a folder that is there, which is named already. */
    private static boolean hasFolder(Path lock) {
        String name = String.valueOf(lock.getFileName());
        return isFolder(lock.resolveSibling(name.substring(0, name.length() - ".lock".length())));
    }

    private static boolean name(Path path, Pattern pattern) {
        return pattern.matcher(String.valueOf(path.getFileName())).matches();
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
