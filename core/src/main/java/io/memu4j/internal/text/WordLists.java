package io.memu4j.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of word lists. A line is {@code section = word, several words, ...}; lines that start with # are comments. */
public final class WordLists {
    private WordLists() {}

    /** Reads the file {@code name} beside {@code user} into words by section, in the order of the file. Lines of one section add up. */
    public static Map<String, List<String>> read(Class<?> user, String name) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        try (InputStream in = user.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing beside " + user.getName() + ".");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(sides -> sections.computeIfAbsent(sides[0].strip(), section -> new ArrayList<>())
                            .addAll(words(sides[1])));
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the words of all sections. */
    public static List<String> readAll(Class<?> user, String name) {
        return read(user, name).values().stream().flatMap(List::stream).toList();
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).distinct().toList();
    }
}
