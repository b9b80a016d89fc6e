package io.memu4j.internal.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists of words beside this class. */
public final class SearchWordLists {
    private SearchWordLists() {}

    /** The lines of a list, without comments and empty ones. */
    public static List<String> lines(String name) {
        try (InputStream in = SearchWordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + name + " is missing beside " + SearchWordLists.class.getName() + ".");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a letter of a script in it whose words have no spaces between them, or endings without one behind them. */
    public static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }
}
