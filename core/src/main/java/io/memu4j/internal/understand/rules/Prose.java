package io.memu4j.internal.understand.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The prose of a message or paragraph: without code, logs, quoted lines and data, and without the marks of Markdown and HTML. No word of
 * the prose is lost with a mark. Linear in the length of the text.
 *
 * @param blocks what belongs together, in order; an empty block stands where something was left out
 */
record Prose(List<String> blocks) {
    private static final int WRAPPED = 60;
    private static final Set<String> LAUGHTER = RuleWords.of("Prose.laughter");
    private static final String LEFT_OUT = "";

    /** Reads the prose of a text. */
    static Prose of(String text) {
        String plain = Markup.plain(Normalizer.normalize(text, Normalizer.Form.NFC));
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean code = false;
        for (String raw : (Iterable<String>) plain.lines()::iterator) {
            String line = raw.strip();
            boolean fence = line.startsWith("```") || line.startsWith("~~~");
            if (fence) {
                code = !code && line.indexOf("```", 3) < 0;
            }
            if (fence || code || line.isEmpty() || ForeignText.is(line)) {
                flush(block, blocks);
                if (!line.isEmpty()
                        && (blocks.isEmpty() || !blocks.get(blocks.size() - 1).equals(LEFT_OUT))) {
                    blocks.add(LEFT_OUT);
                }
                continue;
            }
            int item = bullet(line);
            if (item > 0 || endsOwnLine(block, line)) {
                flush(block, blocks);
            }
            pieces(line.substring(item), block, blocks);
        }
        flush(block, blocks);
        return new Prose(blocks);
    }

    /** A word that is data, such as base64, divides the line. */
    private static void pieces(String line, StringBuilder block, List<String> blocks) {
        for (String word : line.split("\\s+")) {
            if (!block.isEmpty()
                    && endsLaughing(block)
                    && Character.isUpperCase(word.isEmpty() ? 0 : word.codePointAt(0))) {
                flush(block, blocks);
            }
            if (ForeignText.isData(word)) {
                flush(block, blocks);
                blocks.add(LEFT_OUT);
            } else if (!word.isEmpty()) {
                block.append(block.isEmpty() ? "" : " ").append(word);
            }
        }
    }

    /** Whether a line is a sentence of its own, and no continuation of a wrapped one. */
    private static boolean endsOwnLine(StringBuilder block, String line) {
        if (block.isEmpty()) {
            return false;
        }
        char last = block.charAt(block.length() - 1);
        return ".!?:…。！？)\"”".indexOf(last) >= 0
                || (block.length() < WRAPPED && !Character.isLowerCase(line.codePointAt(0)));
    }

    /** Chat ends sentences with "lol", "/s" or an emoji in place of a full stop. */
    private static boolean endsLaughing(StringBuilder block) {
        String last = block.substring(block.lastIndexOf(" ") + 1);
        return LAUGHTER.contains(last)
                || Character.getType(last.codePointBefore(last.length())) == Character.OTHER_SYMBOL;
    }

    private static int bullet(String line) {
        int i = 0;
        while (i < line.length() && i < 3 && Character.isDigit(line.charAt(i))) {
            i++;
        }
        boolean numbered = i > 0 && i + 1 < line.length() && ".)".indexOf(line.charAt(i)) >= 0;
        boolean mark = i == 0 && line.length() > 1 && "-*+•–".indexOf(line.charAt(0)) >= 0;
        return (numbered || mark) && line.charAt(i + 1) == ' ' ? i + 2 : 0;
    }

    private static void flush(StringBuilder block, List<String> blocks) {
        if (!block.isEmpty()) {
            blocks.add(block.toString());
            block.setLength(0);
        }
    }

    /** Whether a line is a heading of Markdown. */
    static boolean isHeading(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        return level > 0 && level <= 6 && level < line.length() && line.charAt(level) == ' ';
    }

    /** The words of a heading. */
    static String heading(String line) {
        String words = line.replace('#', ' ').strip();
        return Markup.plain(words).strip();
    }
}
