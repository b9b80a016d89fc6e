package io.memu4j.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a resource of word lists: {@code section = word, several words, ...}; lines starting with # are comments. */
public final class WordLists {
    private WordLists() {}

    /** The sections of the resource {@code name} beside this class. */
    public static Map<String, List<String>> read(String name) {
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream in = WordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + name + " is missing in " + WordLists.class.getPackageName() + ".");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, sections));
            return Map.copyOf(sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, Map<String, List<String>> sections) {
        String[] sides = line.split("=", 2);
        List<String> words =
                Arrays.stream(sides[1].split(",")).map(String::strip).distinct().toList();
        sections.put(sides[0].strip(), words);
    }
}
