package io.memu4j.llm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tokenizer of BERT, uncased: cleans a text, parts it at white space, punctuation and Chinese characters, and writes each word as the
 * longest pieces that the vocabulary has. Makes the ids that Hugging Face's native tokenizer makes of the same {@code tokenizer.json}.
 * Immutable.
 */
final class WordPieces {
    /** A longer word is unknown as a whole. */
    private static final int LONGEST_WORD = 100;

    private static final String UNKNOWN = "[UNK]";
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final Map<String, Integer> special;
    private final Pattern specialOnes;
    private final int unknown;

    private WordPieces(Map<String, Integer> vocabulary, Map<String, Integer> special) {
        this.vocabulary = vocabulary;
        this.special = special;
        this.specialOnes =
                Pattern.compile(special.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        this.unknown = vocabulary.getOrDefault(UNKNOWN, 0);
    }

    /** Reads the vocabulary and the special tokens of a {@code tokenizer.json}. */
    static WordPieces read(InputStream json) throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        Map<String, Integer> vocabulary = new HashMap<>();
        for (Map.Entry<String, JsonNode> piece :
                root.path("model").path("vocab").properties()) {
            vocabulary.put(piece.getKey(), piece.getValue().intValue());
        }
        Map<String, Integer> special = new HashMap<>();
        for (JsonNode token : root.path("added_tokens")) {
            special.put(token.path("content").textValue(), token.path("id").intValue());
        }
        return new WordPieces(vocabulary, special);
    }

    /** Returns the ids of the text, without the marks at its beginning and end; empty for a text without words. */
    long[] ids(String text) {
        Ids ids = new Ids();
        Matcher found = specialOnes.matcher(text);
        int from = 0;
        while (found.find()) {
            addWords(text.substring(from, found.start()), ids);
            ids.add(special.getOrDefault(found.group(), unknown));
            from = found.end();
        }
        addWords(text.substring(from), ids);
        return ids.toArray();
    }

    private void addWords(String text, Ids ids) {
        for (String word : words(normalized(text))) {
            addPieces(word, ids);
        }
    }

    private void addPieces(String word, Ids ids) {
        int before = ids.size;
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer id = null;
            while (end > start && id == null) {
                String piece = word.substring(start, end);
                id = vocabulary.get(start == 0 ? piece : CONTINUED + piece);
                end = id == null ? word.offsetByCodePoints(end, -1) : end;
            }
            if (id == null) {
                ids.size = before;
                ids.add(unknown);
                return;
            }
            ids.add(id);
            start = end;
        }
    }

    /** Removes control characters and accents, makes letters small, and puts blanks around Chinese characters. */
    private static String normalized(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (CharacterClasses.isWhiteSpace(c)) {
                clean.append(' ');
            } else if (CharacterClasses.isChinese(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (!CharacterClasses.isIgnored(c)) {
                clean.appendCodePoint(c);
            }
        });
        StringBuilder small = new StringBuilder(clean.length());
        Normalizer.normalize(clean, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (!CharacterClasses.isAccent(c)) {
                small.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return small.toString();
    }

    private static List<String> words(String normalized) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normalized.codePoints().forEach(c -> {
            boolean alone = CharacterClasses.isPunctuation(c);
            if (alone || CharacterClasses.isWhiteSpace(c)) {
                end(word, words);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (!CharacterClasses.isWhiteSpace(c)) {
                word.appendCodePoint(c);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static final class Ids {
        private long[] values = new long[64];
        private int size;

        void add(long id) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = id;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
