package io.memu4j.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, for tests that compare the documents with the code. */
final class Repository {
    static final Path ROOT = root();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern INLINE_CODE = Pattern.compile("`([^`\n]+)`");

    private Repository() {}

    /** README.md and everything below docs. */
    static List<Path> documents() {
        List<Path> documents = new ArrayList<>(below("docs", ".md"));
        documents.add(ROOT.resolve("README.md"));
        return documents;
    }

    /** Every Markdown file that people read: not the prompts and the samples among the sources. */
    static List<Path> markdown() {
        return below(".", ".md").stream()
                .filter(file -> !name(file).contains("src/") && !name(file).startsWith("."))
                .toList();
    }

    static List<Path> below(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    /** What stands between single backticks in a document, outside its blocks. */
    static Stream<String> inlineCode(Path document) {
        String prose = BLOCK.matcher(read(document)).replaceAll("");
        return INLINE_CODE.matcher(prose).results().map(match -> match.group(1));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("bom/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests run outside the repository; run them with Maven.");
            }
        }
        return folder;
    }
}
