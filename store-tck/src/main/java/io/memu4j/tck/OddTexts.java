package io.memu4j.tck;

import java.util.List;

/** Texts that break what quotes, escapes, folds, trims or counts wrongly; all different, all storable. */
final class OddTexts {
    /** Two UTF-16 units, four bytes. */
    static final String EMOJI = "\uD83D\uDE00";

    static final List<String> ALL = List.of(
            "ana",
            "Ana",
            "An\u00e1",
            "Ana\u0301",
            " ana",
            "ana ",
            "'; drop table memu_items; --",
            "it''s",
            "\"double\"",
            "back\\slash",
            "100%",
            "100_",
            "a_b",
            "../../etc/passwd",
            "C:\\temp\\..\\x",
            "/",
            "{braces} ${dollar} #{hash} :colon ?question",
            "line\nbreak\r\nand\ttab",
            "\u0001\u001f\u007f\u0085",
            "\uFEFFmark",
            "zero\u200Bwidth \u202Eright to left\u202C",
            "\u00DF \u1E9E ss",
            "\u0130i I\u0131",
            "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD",
            "\u65E5\u672C\u8A9E \uD840\uDC00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDF5\uD83C\uDDF9 \uD83D\uDC4D\uD83C\uDFFD",
            "null",
            "{\"json\": [1, \"\\u0000\"]}",
            EMOJI + EMOJI);

    private OddTexts() {}

    /** Exactly {@code units} UTF-16 units of emoji, filled up with an x in front when that is odd; it ends in a surrogate pair. */
    static String emoji(int units) {
        return "x".repeat(units % 2) + EMOJI.repeat(units / 2);
    }
}
